package org.xueshi.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All packs, every version of each: {@code policies/<scheme>/pack-<version>.yaml}. Read at start; one malformed pack and the
 * platform does not start.
 */
@Component
public class Packs {

    private final Map<String, TreeMap<Integer, Pack>> versions = new TreeMap<>();

    Packs(@Value("${xueshi.policies}") List<String> places) {
        for (Pack pack : read(places)) {
            Pack twice =
                    versions.computeIfAbsent(pack.id(), id -> new TreeMap<>()).put(pack.version(), pack);
            if (twice != null) {
                throw new IllegalStateException(
                        "Pack %s is there twice in version %d".formatted(pack.id(), pack.version()));
            }
        }
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

    private static List<Pack> read(List<String> places) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<Pack> packs = new ArrayList<>();
        try {
            for (String place : places) {
                for (Resource resource : resolver.getResources(place)) {
                    packs.add(PackReader.read(name(resource), resource.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packs;
    }

    /** The last two parts of the path: {@code henan-zyjs/pack-1.yaml}. */
    private static String name(Resource resource) throws IOException {
        String[] parts = resource.getURL().getPath().split("/");
        return parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
