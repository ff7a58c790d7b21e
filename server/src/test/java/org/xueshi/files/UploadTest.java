package org.xueshi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xueshi.files.db.Tables.FILE;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.Pictures;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.SettableClock;
import org.xueshi.platform.Acting;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;

/** What becomes of an uploaded picture, and what is no picture at all (D04). */
@PlatformTest
class UploadTest {

    private static final String SECRET = "GPS 34.7466N 113.6253E";

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private StoredFiles files;

    @Autowired
    private FilesSettings settings;

    @Autowired
    private DSLContext database;

    @Autowired
    private SettableClock clock;

    private Caller caller;

    @BeforeEach
    void somebodyIsLoggedIn() {
        caller = province.admin(Role.EMPLOYER_ADMIN, province.employer(null));
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
        browser.forgetSessions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "gif", "bmp", "png"})
    void everyFormatOfTheSourceIsTakenWhateverItsNameSays(String format) throws IOException {
        Browser.Answer answer = upload("photo.txt", picture(format, 64, 48)).expect(201);
        assertThat(answer.at("/width").asInt()).isEqualTo(64);
        assertThat(answer.at("/height").asInt()).isEqualTo(48);
        assertThat(answer.at("/mediaType").asString()).isEqualTo(format.equals("jpg") ? "image/jpeg" : "image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(stored(answer)))).isNotNull();
    }

    @Test
    void nothingButPixelsIsKeptOfWhatWasSent() throws IOException {
        byte[] sent = withComment(picture("jpg", 64, 48));
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(SECRET);
        Browser.Answer answer = upload("a.jpg", sent).expect(201);
        byte[] stored = stored(answer);
        assertThat(stored).isNotEqualTo(sent);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET)
                .doesNotContain("Exif");
        assertThat(answer.at("/sentSize").asInt()).isEqualTo(sent.length);
        assertThat(answer.at("/size").asInt()).isEqualTo(stored.length);
    }

    @Test
    void whatHidesBehindAPictureIsGone() throws IOException {
        byte[] picture = picture("png", 20, 20);
        byte[] script = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, both, picture.length, script.length);
        assertThat(new String(stored(upload("a.png", both).expect(201)), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "%PDF-1.7 no picture",
                "<html><body>no picture</body></html>",
                "PK\u0003\u0004 no picture",
                "GIF89a no picture",
                "BM no picture",
                "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
                "II*\u0000\b\u0000\u0000\u0000"
            })
    void whatOnlyCallsItselfAPictureIsRefused(String content) {
        Browser.Answer answer = upload("photo.jpg", content.getBytes(StandardCharsets.ISO_8859_1))
                .expect(422);
        assertThat(answer.at("/title").asString()).isEqualTo("文件格式不正确");
        assertThat(answer.at("/detail").asString()).startsWith("文件格式必须为*.jpg *.jpeg *.gif *.bmp *.png的图片");
    }

    @Test
    void nothingAndHalfAPictureAreRefused() throws IOException {
        assertThat(upload("a.png", new byte[0]).expect(422).at("/title").asString())
                .isEqualTo("文件是空的");
        byte[] whole = picture("png", 400, 300);
        upload("a.png", Arrays.copyOf(whole, whole.length / 2)).expect(422);
    }

    @Test
    void aPictureThatWouldUnpackToGigabytesIsNotUnpacked() throws IOException {
        assertThat(upload("a.png", hugePng(50_000, 50_000))
                        .expect(422)
                        .at("/title")
                        .asString())
                .isEqualTo("图片尺寸过大");
        upload("a.png", hugePng(Integer.MAX_VALUE, 2)).expect(422);
    }

    @Test
    void aLargePictureIsMadeAsSmallAsAScreenNeeds() throws IOException {
        Browser.Answer answer = upload("a.jpg", picture("jpg", 6000, 3000)).expect(201);
        assertThat(answer.at("/width").asInt()).isLessThanOrEqualTo(2600);
        assertThat(answer.at("/height").asInt()).isEqualTo(answer.at("/width").asInt() / 2);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.png, passwd.png",
        "C:\\Users\\a.png, a.png",
        "'a\nb.png', ab.png",
        "'\u202egpj.exe', gpj.exe"
    })
    void aNameIsShownWithoutFoldersAndTricks(String sent, String shown) throws IOException {
        assertThat(upload(sent, picture("png", 5, 5)).expect(201).at("/name").asString())
                .isEqualTo(shown);
    }

    @Test
    void aNameIsNotLongerThanItCanBeShown() throws IOException {
        assertThat(upload("长".repeat(300), picture("png", 5, 5))
                        .expect(201)
                        .at("/name")
                        .asString())
                .hasSize(120);
    }

    @Test
    void whatNobodyAttachesIsGoneAfterADayAndWhatIsAttachedStays() throws IOException {
        UUID lost = id(upload("a.png", picture("png", 33, 7)).expect(201));
        UUID kept = id(upload("b.png", picture("png", 34, 7)).expect(201));
        Path bytes = place(lost);
        province.run(() -> files.attach(List.of(kept), caller.principal()));
        clock.advance(Duration.ofHours(25));
        Acting.run("sweep-files", files::sweep);
        assertThat(database.fetchExists(FILE, FILE.ID.eq(lost))).isFalse();
        assertThat(bytes).doesNotExist();
        assertThat(files.open(kept).bytes()).isNotEmpty();
    }

    private Browser.Answer upload(String name, byte[] content) {
        return browser.upload(caller, "/api/files", name, content);
    }

    private static UUID id(Browser.Answer answer) {
        return UUID.fromString(answer.at("/id").asString());
    }

    private byte[] stored(Browser.Answer answer) throws IOException {
        return Files.readAllBytes(place(id(answer)));
    }

    private Path place(UUID id) {
        String content = database.select(FILE.CONTENT)
                .from(FILE)
                .where(FILE.ID.eq(id))
                .fetchSingle()
                .value1();
        return settings.directory().resolve(content.substring(0, 2)).resolve(content);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        if (format.equals("png")) {
            return Pictures.png(width, height);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG in which a camera has written down where it was. */
    private static byte[] withComment(byte[] jpeg) throws IOException {
        byte[] exif = ("Exif\0\0" + SECRET).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(jpeg, 0, 2);
        for (int marker : new int[] {0xFFE1, 0xFFFE}) {
            data.writeShort(marker);
            data.writeShort(exif.length + 2);
            data.write(exif);
        }
        data.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A PNG of few bytes that says it is large. */
    private static byte[] hugePng(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            deflater.write(new byte[1_000_000]);
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) check.getValue());
    }
}
