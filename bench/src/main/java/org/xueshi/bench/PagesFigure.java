package org.xueshi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pages people look at most, in a small province and in a big one. */
final class PagesFigure implements Figure {

    private static final double AIM = 3;
    private static final double FLAT = 1.3;

    private final Map<String, Double> small;
    private final long smallDeclarations;

    /** @param small the times in the small province */
    PagesFigure(Map<String, Double> small, long smallDeclarations) {
        this.small = small;
        this.smallDeclarations = smallDeclarations;
    }

    /** When there is no small province to compare with. */
    static PagesFigure ofOneProvince() {
        return new PagesFigure(Map.of(), 0);
    }

    @Override
    public List<Line> measure(World world) {
        Map<String, Double> big = new Pages(world).medians();
        List<Line> lines = new ArrayList<>();
        big.forEach((page, millis) -> {
            if (!page.equals(Pages.BY_KEY)) {
                lines.add(line(world, page, millis, big.getOrDefault(Pages.BY_KEY, millis)));
            }
        });
        return lines;
    }

    private Line line(World world, String page, double millis, double yardstick) {
        double ratio = millis / yardstick;
        Double before = small.get(page);
        Double yardstickBefore = small.get(Pages.BY_KEY);
        if (before == null || yardstickBefore == null) {
            return new Line(
                    page,
                    "%.2f ms at %,d declarations"
                            .formatted(millis, world.scale().declarations()),
                    "%s: %.2f ms".formatted(Pages.BY_KEY, yardstick),
                    "%.1f".formatted(ratio),
                    "≤ %.0f".formatted(AIM),
                    ratio <= AIM);
        }
        double ratioBefore = before / yardstickBefore;
        // Against each province's own yardstick: the machine may have been busier during one of them.
        double growth = ratio / ratioBefore;
        return new Line(
                page,
                "%.2f ms at %,d declarations, %.2f ms at %,d"
                        .formatted(
                                before, smallDeclarations, millis, world.scale().declarations()),
                "%s: %.2f ms, %.2f ms".formatted(Pages.BY_KEY, yardstickBefore, yardstick),
                "%.1f, %.1f".formatted(ratioBefore, ratio),
                "≤ %.0f, and flat".formatted(AIM),
                ratio <= AIM && growth <= FLAT);
    }
}
