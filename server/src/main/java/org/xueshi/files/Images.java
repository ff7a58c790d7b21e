package org.xueshi.files;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.exif.EXIFReader;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;
import org.xueshi.platform.Refused;

/**
 * Makes an image safe to keep and to show: recognised by its content and not by its name, turned upright, no larger than a screen
 * needs, and written anew, so that nothing but pixels is left of what was sent.
 */
@Component
class Images {

    /** Sources: *.jpg *.jpeg *.gif *.bmp *.png (S3). */
    private static final Set<String> FORMATS = Set.of("jpeg", "gif", "bmp", "png");

    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 2600;
    private static final int THUMBNAIL_SIDE = 320;
    private static final int LARGEST_PNG = 1_500_000;

    /** Decoding is what costs memory: two at a time, whoever else waits. */
    private final Semaphore decoding = new Semaphore(2, true);

    Images() {
        ImageIO.setUseCache(false);
    }

    /**
     * A safe image.
     *
     * @param bytes the image, written anew
     * @param thumbnail a small JPEG of it
     * @param mediaType {@code image/jpeg} or {@code image/png}
     */
    record Safe(byte[] bytes, byte[] thumbnail, String mediaType, int width, int height) {}

    /** @throws Refused when it is no image of an accepted format, or too many pixels */
    Safe clean(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refused(FilesProblem.EMPTY);
        }
        decoding.acquireUninterruptibly();
        try {
            return write(decode(bytes));
        } catch (IOException | RuntimeException e) {
            // A damaged or hostile file makes the readers throw all sorts of things: to the sender it is simply no
            // image.
            throw e instanceof Refused refused ? refused : new Refused(FilesProblem.NOT_AN_IMAGE);
        } finally {
            decoding.release();
        }
    }

    private record Decoded(BufferedImage image, boolean photograph) {}

    private static Decoded decode(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(in);
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    throw new Refused(FilesProblem.TOO_MANY_PIXELS);
                }
                ImageReadParam parameters = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
                parameters.setSourceSubsampling(step, step, 0, 0);
                BufferedImage image = reader.read(0, parameters);
                boolean photograph = "jpeg".equals(format);
                return new Decoded(upright(image, photograph ? orientation(bytes) : 1), photograph);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new Refused(FilesProblem.NOT_AN_IMAGE);
    }

    private static Safe write(Decoded decoded) throws IOException {
        BufferedImage image = fit(decoded.image(), LONGEST_SIDE);
        byte[] bytes = decoded.photograph() ? jpeg(image, 0.86f) : png(image);
        boolean asPng = !decoded.photograph() && bytes.length <= LARGEST_PNG;
        if (!decoded.photograph() && !asPng) {
            bytes = jpeg(image, 0.86f);
        }
        byte[] thumbnail = jpeg(fit(image, THUMBNAIL_SIDE), 0.8f);
        return new Safe(bytes, thumbnail, asPng ? "image/png" : "image/jpeg", image.getWidth(), image.getHeight());
    }

    /** Paints on white: transparency would turn black in a JPEG. */
    private static BufferedImage fit(BufferedImage image, int longest) {
        double scale = Math.min(1.0, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = target.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return target;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean turned = orientation >= 5;
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return image;
        }
        BufferedImage target =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = target.createGraphics();
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return target;
    }

    /** How the camera was held, 1 to 8 as EXIF counts; 1 when it does not say. */
    private static int orientation(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            if (segments.isEmpty()) {
                return 1;
            }
            try (ImageInputStream exif =
                    ImageIO.createImageInputStream(segments.getFirst().data())) {
                exif.skipBytes(1);
                Directory directory = new EXIFReader().read(exif);
                Directory first = directory instanceof CompoundDirectory several ? several.getDirectory(0) : directory;
                Entry entry = first.getEntryById(TIFF.TAG_ORIENTATION);
                return entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
            }
        } catch (IOException | RuntimeException unreadable) {
            return 1;
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var target = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
