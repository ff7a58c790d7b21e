package org.xueshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the figures were taken on. */
final class Machine {

    private static final double GIGABYTE = 1024.0 * 1024;

    private Machine() {}

    static String described() {
        return "%d processors (%s), %.0f GB of memory, %s %s, Java %s; load before the run: %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        found("/proc/cpuinfo", "model name\\s*: (.*)"),
                        Double.parseDouble(found("/proc/meminfo", "MemTotal:\\s*(\\d+)")) / GIGABYTE,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        found("/proc/loadavg", "^(\\S+)"));
    }

    private static String found(String file, String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(Path.of(file)));
            return matcher.find() ? matcher.group(1) : "0";
        } catch (IOException e) {
            return "0";
        }
    }
}
