package org.xueshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the provinces, measures every figure, prints the table. */
public final class Bench {

    private static final String PAGES = "pages";

    static final Map<String, Figure> FIGURES = figures();

    private Bench() {}

    private static Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("check", new CertificateCheckFigure());
        figures.put("drawing", new DrawingFigure());
        figures.put("line", new LineFigure());
        figures.put("logins", new LoginFigure());
        // Last: it empties the verdicts of a year and writes them again.
        figures.put("judgement", new JudgementFigure());
        figures.put(PAGES, world -> List.of());
        return figures;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        String machine = Machine.described();
        List<Line> lines = measure(options);
        String table = table(options, machine, lines);
        System.out.println(table);
        Path results = Files.createDirectories(options.folder().resolve("results"));
        Files.writeString(results.resolve(Instant.now().truncatedTo(ChronoUnit.SECONDS) + ".md"), table);
    }

    private static List<Line> measure(Options options) throws IOException, SQLException {
        Map<String, Figure> wanted = new LinkedHashMap<>();
        if (options.wants(PAGES)) {
            wanted.put(PAGES, pages(options));
        }
        FIGURES.forEach((name, figure) -> {
            if (options.wants(name)) {
                wanted.putIfAbsent(name, figure);
            }
        });
        List<Line> lines = new ArrayList<>();
        try (World world = new World(options, options.people())) {
            wanted.forEach((name, figure) -> {
                System.err.println("  measuring " + name);
                List<Line> found = figure.measure(world);
                found.forEach(line -> System.err.println("  " + markdown(options, line)));
                lines.addAll(found);
            });
        }
        return lines;
    }

    /** The pages of a small province are measured first. */
    private static Figure pages(Options options) throws IOException, SQLException {
        if (options.quick()) {
            return PagesFigure.ofOneProvince();
        }
        try (World small = new World(options, Options.fewPeople())) {
            return new PagesFigure(new Pages(small).medians(), small.scale().declarations());
        }
    }

    private static String table(Options options, String machine, List<Line> lines) {
        StringBuilder table = new StringBuilder();
        table.append("%n%,d people. %s%n%n".formatted(options.people(), machine));
        table.append("| work | figure | yardstick in the same run | ratio | aim | |\n|---|---|---|---|---|---|\n");
        lines.forEach(line -> table.append(markdown(options, line)).append("\n"));
        if (options.quick()) {
            table.append("\nShort rounds in a small province: they show that everything works, not how fast it is.\n");
        }
        return table.toString();
    }

    private static String markdown(Options options, Line line) {
        return options.quick() ? line.markdownUnjudged() : line.markdown();
    }
}
