package org.xueshi.bench;

/**
 * One line of the table.
 *
 * @param work what is measured
 * @param figure what came out
 * @param yardstick what came out of the simplest thing that does the same
 * @param ratio of the two
 * @param aim what it should be
 */
record Line(String work, String figure, String yardstick, String ratio, String aim, boolean met) {

    String markdown() {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(work, figure, yardstick, ratio, aim, met ? "met" : "**missed**");
    }

    /** Without a word on whether the aim was met. */
    String markdownUnjudged() {
        return "| %s | %s | %s | %s | %s | – |".formatted(work, figure, yardstick, ratio, aim);
    }
}
