package org.xueshi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Measures several things by turns, round after round, and takes the middle of each: whatever else goes on upon the machine, and
 * whatever warms up, happens to all of them.
 */
final class Rounds {

    private Rounds() {}

    /** The median of each, in the order in which they are given. The first round is thrown away. */
    static double[] medians(int rounds, List<DoubleSupplier> things) {
        List<List<Double>> found = new ArrayList<>();
        things.forEach(thing -> found.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < things.size(); i++) {
                double value = things.get(i).getAsDouble();
                if (round > 0) {
                    found.get(i).add(value);
                }
            }
        }
        return found.stream().mapToDouble(Rounds::median).toArray();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
