package org.xueshi.policy;

/** A pack that is refused, with its file, line and reason: {@code henan-zyjs/pack-1.yaml:42: ...}. */
public class MalformedPack extends RuntimeException {

    MalformedPack(String file, int line, String reason) {
        super("%s:%d: %s".formatted(file, line, reason));
    }
}
