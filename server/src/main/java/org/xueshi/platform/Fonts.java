package org.xueshi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/** The Chinese fonts that ship with the platform (Noto Sans SC, OFL), parsed once and shared; a server needs none installed. */
@Component
public class Fonts {

    private final TrueTypeFont regular = parse("/fonts/NotoSansSC-Regular.ttf");
    private final TrueTypeFont bold = parse("/fonts/NotoSansSC-Bold.ttf");

    public TrueTypeFont regular() {
        return regular;
    }

    public TrueTypeFont bold() {
        return bold;
    }

    private static TrueTypeFont parse(String resource) {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The font " + resource + " is not in the jar");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
