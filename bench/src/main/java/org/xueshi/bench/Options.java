package org.xueshi.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run is wanted.
 *
 * @param people how many people the big province has
 * @param quick one small province and short rounds: whether everything still works, not how fast it is
 * @param keep uses the provinces that an earlier run left behind, and leaves them behind
 * @param only the figures that are wanted; empty for all
 * @param jar the server that is measured
 * @param folder where provinces, logs and results go
 */
record Options(int people, boolean quick, boolean keep, List<String> only, Path jar, Path folder) {

    private static final int USUAL_PEOPLE = 200_000;
    private static final int FEW_PEOPLE = 2_000;

    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(arguments).forEach(argument -> {
            String[] parts = argument.split("=", 2);
            given.put(parts[0], parts.length == 1 ? "" : parts[1]);
        });
        boolean quick = given.remove("--quick") != null;
        boolean keep = given.remove("--keep") != null;
        String people = given.remove("--people");
        String only = given.remove("--only");
        Path jar = path(given.remove("--jar"), "server/target/xueshi.jar");
        Path folder = path(given.remove("--folder"), "bench/target");
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown option "
                    + given.keySet().iterator().next() + ". Options: --people=200000 --quick --keep --only="
                    + String.join(",", Bench.FIGURES.keySet()));
        }
        return new Options(
                people == null ? quick ? FEW_PEOPLE : USUAL_PEOPLE : Integer.parseInt(people),
                quick,
                keep,
                only == null ? List.of() : List.of(only.split(",")),
                jar,
                folder);
    }

    private static Path path(@Nullable String given, String usual) {
        return Path.of(given == null ? usual : given).toAbsolutePath();
    }

    /** How many people the province has beside which the big one must not be slower. */
    static int fewPeople() {
        return FEW_PEOPLE;
    }

    boolean wants(String figure) {
        return only.isEmpty() || only.contains(figure);
    }

    int rounds() {
        return quick ? 1 : 5;
    }

    /** How long one thing is measured in one round. */
    Duration round() {
        return quick ? Duration.ofMillis(400) : Duration.ofSeconds(4);
    }
}
