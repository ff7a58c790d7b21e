package org.xueshi.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.xueshi.platform.Sha256;

/**
 * All packs, every version of each: {@code policies/<scheme>/pack-<version>.yaml}. Read at start; one malformed pack and the
 * platform does not start.
 */
@Component
public class Packs {

    private final Map<String, TreeMap<Integer, Pack>> versions = new TreeMap<>();
    private final Map<Pack, byte[]> fingerprints = new IdentityHashMap<>();

    Packs(@Value("${xueshi.policies}") List<String> places) {
        read(places);
        if (versions.isEmpty()) {
            throw new IllegalStateException("There is no policy pack in " + places);
        }
        all().forEach(this::demandKnownRecognitions);
    }

    private void demandKnownRecognitions(Pack pack) {
        for (Recognition recognition : pack.recognitions()) {
            Pack other = find(recognition.scheme())
                    .orElseThrow(() -> new IllegalStateException(
                            "Pack %s recognises %s, which is not there".formatted(pack.id(), recognition.scheme())));
            recognition.subjects().forEach((theirs, ours) -> {
                if (other.subject(theirs).isEmpty() || pack.subject(ours).isEmpty()) {
                    throw new IllegalStateException("Pack %s maps %s of %s to %s: one of them is no subject"
                            .formatted(pack.id(), theirs, other.id(), ours));
                }
            });
        }
    }

    /** The newest version of every pack. */
    public List<Pack> all() {
        return versions.values().stream()
                .map(each -> each.lastEntry().getValue())
                .toList();
    }

    /** The newest version of a scheme's pack. */
    public Pack current(String scheme) {
        return find(scheme).orElseThrow(() -> new IllegalArgumentException("There is no pack " + scheme));
    }

    public Optional<Pack> find(String scheme) {
        return Optional.ofNullable(versions.get(scheme))
                .map(each -> each.lastEntry().getValue());
    }

    /** The version under which something was declared or judged. */
    public Pack version(String scheme, int version) {
        Pack pack = versions.getOrDefault(scheme, new TreeMap<>()).get(version);
        if (pack == null) {
            throw new IllegalArgumentException("Pack %s has no version %d".formatted(scheme, version));
        }
        return pack;
    }

    public boolean has(String scheme, int version) {
        return versions.getOrDefault(scheme, new TreeMap<>()).containsKey(version);
    }

    /** The SHA-256 of a pack's text: whether it is still the one that something was judged by. */
    public byte[] fingerprint(Pack pack) {
        byte[] fingerprint = fingerprints.get(pack);
        if (fingerprint == null) {
            throw new IllegalArgumentException("Pack %s was not read from a file".formatted(pack.id()));
        }
        return fingerprint.clone();
    }

    /** The schemes a person is under, the one whose registration applies first. */
    public List<Pack> holdingFor(PersonFacts person) {
        return all().stream()
                .filter(pack -> pack.holdsFor(person))
                .sorted(Comparator.comparingInt(Packs::breadth))
                .toList();
    }

    /** The regime that takes in everybody of an employer comes before that of one category. */
    private static int breadth(Pack pack) {
        return pack.people().stream().anyMatch(group -> group.categories().isEmpty()) ? 0 : 1;
    }

    private void read(List<String> places) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String place : places) {
                for (Resource resource : resolver.getResources(place)) {
                    add(name(resource), resource.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, String text) {
        Pack pack = PackReader.read(name, text);
        Pack twice = versions.computeIfAbsent(pack.id(), id -> new TreeMap<>()).put(pack.version(), pack);
        if (twice != null) {
            throw new IllegalStateException(
                    "Pack %s is there twice in version %d".formatted(pack.id(), pack.version()));
        }
        fingerprints.put(pack, Sha256.of(text.replace("\r\n", "\n")));
    }

    /** The last two parts of the path: {@code henan-zyjs/pack-1.yaml}. */
    private static String name(Resource resource) throws IOException {
        String[] parts = resource.getURL().getPath().split("/");
        return parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
