package org.xueshi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.xueshi.certificate.DrawnPages;

/**
 * Certificates drawn and signed by one thread, beside the same page drawn by the bare library; in a second of the processor, which
 * others on the machine do not shorten.
 */
final class DrawingFigure implements Figure {

    private static final double AIM = 0.6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public List<Line> measure(World world) {
        DrawnPages pages = world.parts().pages();
        Duration round = world.options().round();
        double[] rates = Rounds.medians(
                world.options().rounds(),
                List.of(() -> rate(pages::drawnAndSigned, round), () -> rate(pages::bare, round)));
        double ratio = rates[0] / rates[1];
        return List.of(new Line(
                "certificates drawn and signed, one thread, by processor time",
                "%.0f/s, %,d bytes".formatted(rates[0], pages.drawnAndSigned().length),
                "PDFBox drawing the same page: %.0f/s, %,d bytes".formatted(rates[1], pages.bare().length),
                "%.2f".formatted(ratio),
                "≥ %.1f".formatted(AIM),
                ratio >= AIM));
    }

    private interface Drawing {
        byte[] draw();
    }

    private static double rate(Drawing drawing, Duration round) {
        long end = System.nanoTime() + round.toNanos();
        long began = THREADS.getCurrentThreadCpuTime();
        int drawn = 0;
        while (System.nanoTime() < end) {
            drawn += drawing.draw().length > 0 ? 1 : 0;
        }
        return drawn * 1e9 / (THREADS.getCurrentThreadCpuTime() - began);
    }
}
