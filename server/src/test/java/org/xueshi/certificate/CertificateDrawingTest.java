package org.xueshi.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xueshi.platform.Fonts;

class CertificateDrawingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    private static final String NUMBER = CertificateNumber.random("HNZY", 2026).text();
    private static final String CODE = "q83vEjRWeJCrze8SNFZ4kA";
    private static final String DRAFT = "试行规则签发仅供演示";
    private static final List<CertificateFact> FACTS = List.of(
            new CertificateFact("公需科目", "30 学时"),
            new CertificateFact("专业科目", "62.5 学时"),
            new CertificateFact("工作单位", "湖南省第一人民医院（门诊部）"));

    private static SigningKey key;
    private static CertificateDrawing drawing;

    @TempDir
    private Path folder;

    @BeforeAll
    static void setUp(@TempDir Path secrets) throws Exception {
        Path keystore = secrets.resolve("certificate.p12");
        key = SigningKey.in(keystore, "password".toCharArray(), "学时平台", NOW);
        drawing = new CertificateDrawing(
                new Fonts(),
                new KeystoreSigner(key),
                new CertificateSettings("学时平台", keystore, "https://xueshi.example/"),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void everythingThatIsCertifiedCanBeReadByMachines() throws IOException {
        assertThat(text(drawing.drawAndSign(certificate("张伟", FACTS, false))))
                .contains("湖南省专业技术人员继续教育合格证书")
                .contains("证书编号：" + NUMBER)
                .contains("持证人张伟", "证件号码430102********1234", "年度2026年")
                .contains("经审核认定，持证人已达到2026年度继续教育学时要求，特发此证。")
                .contains("公需科目30学时", "专业科目62.5学时", "工作单位湖南省第一人民医院（门诊部）")
                .contains("用途：聘任专业技术职务")
                .contains("扫码查验", "查验网址：https://xueshi.example/verify")
                .contains("湖南省人力资源和社会保障厅")
                // In China it is the next day already.
                .contains("2026年11月22日")
                .doesNotContain(DRAFT);
    }

    @Test
    void aDraftSaysSo() throws IOException {
        String text = text(drawing.drawAndSign(certificate("张伟", FACTS, true)));
        assertThat(text.split(DRAFT, -1))
                .as("under the title and across the page")
                .hasSize(3);
    }

    @Test
    void theDocumentTellsItsTitleAndLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(drawing.drawAndSign(certificate("张伟", FACTS, false)))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("湖南省专业技术人员继续教育合格证书 " + NUMBER);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .hasSize(1);
        }
    }

    @Test
    void nothingIsCutOffHoweverLongItIs() throws IOException {
        String name = "阿卜杜热合曼·买买提艾力·阿布都克热木·吐尔逊江·库尔班尼亚孜·艾合买提江·穆罕默德·图尔贡江·艾力";
        String unit = "湖南省长沙市岳麓区某某街道社区卫生服务中心（长沙市第某某医院岳麓分院）信息与统计科".repeat(3);
        List<CertificateFact> facts = IntStream.range(0, 8)
                .mapToObj(i -> new CertificateFact("事项" + i + "的名称也可能很长很长很长", unit + i))
                .toList();
        Certificate certificate = certificate(name, facts, true);
        byte[] document = drawing.drawAndSign(certificate);
        assertThat(name.codePointCount(0, name.length())).isEqualTo(50);
        assertThat(text(document))
                .contains(name)
                .contains(facts.stream().map(CertificateFact::value).toArray(String[]::new));
        assertThat(glyphs(document)).allMatch(glyph -> glyph.isInside(31, 31, Sheet.WIDTH - 31, Sheet.HEIGHT - 31));
        try (PDDocument pages = Loader.loadPDF(document)) {
            assertThat(pages.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aTitleAndAWordWithoutAnyBreakFit() throws IOException {
        Certificate certificate = new Certificate(
                1,
                NUMBER,
                CODE,
                "hunan",
                1,
                2026,
                "专业技术人员与管理人员年度继续教育学习合格证书".repeat(4),
                "湖南省人力资源和社会保障厅、湖南省卫生健康委员会、湖南省教育厅、湖南省住房和城乡建设厅",
                "W".repeat(50),
                "430102********1234",
                List.of(),
                "",
                false,
                CertificateStatus.VALID,
                NOW,
                null,
                null,
                null,
                null,
                null);
        byte[] document = drawing.drawAndSign(certificate);
        assertThat(text(document)).contains(certificate.title(), certificate.issuer(), certificate.holder());
        assertThat(glyphs(document)).allMatch(glyph -> glyph.isInside(31, 31, Sheet.WIDTH - 31, Sheet.HEIGHT - 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"张𠮷", "㛃雅", "𬭊䶮", "𪚥𫝀𫠠𬺷", "刘镕祎喆", "阿依古丽·买买提", "丹增·曲扎", "阿木•拉日", "戶户说說"})
    void rareCharactersArePrinted(String name) throws IOException {
        byte[] document = drawing.drawAndSign(certificate(name, FACTS, false));
        assertThat(text(document)).contains("持证人" + name + "证件号码");
        assertThat(glyphs(document)).allMatch(Glyph::isPrinted);
    }

    @Test
    void aCharacterThatNoFontHasBecomesABox() throws IOException {
        assertThat(text(drawing.drawAndSign(certificate("王\uE000\uD800", FACTS, false))))
                .contains("持证人王〓〓证件号码");
    }

    @Test
    void whatHasNoFormIsLeftOut() throws IOException {
        String name = "葛\uDB40\uDD00\u200D\uFE00\u0007某\n某";
        assertThat(text(drawing.drawAndSign(certificate(name, FACTS, false)))).contains("持证人葛某某证件号码");
    }

    @Test
    void allFontsAreEmbeddedInPart() throws IOException {
        byte[] bytes = drawing.drawAndSign(certificate("张𠮷", FACTS, false));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDResources resources = document.getPage(0).getResources();
            List<String> names = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                names.add(font.getName());
            }
            assertThat(names).hasSize(3).allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
        }
        assertThat(bytes).hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {96, 150, 300})
    void theQrLeadsToTheVerification(int dpi) throws Exception {
        try (PDDocument document = Loader.loadPDF(drawing.drawAndSign(certificate("张伟", FACTS, true)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            RGBLuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(source)))
                            .getText())
                    .isEqualTo("https://xueshi.example/verify/" + CODE);
        }
    }

    @Test
    void theSignatureCoversEveryByteButItself() throws IOException {
        SignedDocument signed = SignedDocument.read(drawing.drawAndSign(certificate("张伟", FACTS, false)));
        int[] range = signed.range();
        assertThat(range[0]).isZero();
        assertThat(range[2] + range[3]).isEqualTo(signed.bytes().length);
        assertThat(new String(signed.bytes(), range[1], range[2] - range[1], StandardCharsets.US_ASCII))
                .matches("<[0-9A-F]+>");
        assertThat(signed.isSignatureOf(signed.bytes(), key.certificate())).isTrue();
    }

    @Test
    void anyChangedByteBreaksTheSignature() throws IOException {
        SignedDocument signed = SignedDocument.read(drawing.drawAndSign(certificate("张伟", FACTS, false)));
        int[] range = signed.range();
        for (int place = 0; place < signed.bytes().length; place += 499) {
            if (place < range[1] || place >= range[2]) {
                byte[] changed = signed.bytes().clone();
                changed[place] ^= 1;
                assertThat(signed.isSignatureOf(changed, key.certificate()))
                        .as("byte %d", place)
                        .isFalse();
            }
        }
    }

    @Test
    void theSignatureIsOfTheEuropeanKindAndForbidsChanges() throws IOException {
        try (PDDocument document = Loader.loadPDF(drawing.drawAndSign(certificate("张伟", FACTS, false)))) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getName()).isEqualTo("学时平台");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(NOW);
            assertThat(document.getDocumentCatalog()
                            .getCOSObject()
                            .getCOSDictionary(COSName.PERMS)
                            .getCOSDictionary(COSName.getPDFName("DocMDP")))
                    .isSameAs(signature.getCOSObject());
        }
    }

    /** Another's eyes, where they are installed (poppler). */
    @Test
    void anotherProgramFindsTheSignatureValid() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig is not installed");
        byte[] document = drawing.drawAndSign(certificate("张𠮷", FACTS, true));
        assertThat(pdfsig(document)).contains("Signature is Valid", "Total document signed", "学时平台");
        document[document.length / 3] ^= 1;
        assertThat(pdfsig(document)).contains("Digest Mismatch");
    }

    @Test
    void manyCanBeDrawnAtOnce() throws Exception {
        int each = 50;
        Callable<List<SignedDocument>> thread = () -> {
            List<SignedDocument> drawn = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                drawn.add(SignedDocument.read(drawing.drawAndSign(certificate(nameOf(i), FACTS, i % 2 == 0))));
            }
            return drawn;
        };
        List<List<SignedDocument>> drawn = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<SignedDocument>> future : threads.invokeAll(List.of(thread, thread, thread, thread))) {
                drawn.add(future.get());
            }
        }
        for (int i = 0; i < each; i++) {
            for (List<SignedDocument> ofThread : drawn) {
                SignedDocument document = ofThread.get(i);
                assertThat(document.isSignatureOf(document.bytes(), key.certificate()))
                        .isTrue();
                assertThat(text(document.bytes())).contains("持证人" + nameOf(i) + "证件号码");
                assertThat(document.bytes())
                        .hasSameSizeAs(drawn.getFirst().get(i).bytes());
            }
        }
    }

    /** 张 and a character of the first or of the second plane, another one each time. */
    private static String nameOf(int i) {
        return "张" + Character.toString((i % 5 == 0 ? 0x20000 : 0x4E00) + 997 * i % 20_000);
    }

    private static Certificate certificate(String holder, List<CertificateFact> facts, boolean draft) {
        return new Certificate(
                1,
                NUMBER,
                CODE,
                "hunan",
                1,
                2026,
                "湖南省专业技术人员继续教育合格证书",
                "湖南省人力资源和社会保障厅",
                holder,
                "430102********1234",
                facts,
                "聘任专业技术职务",
                draft,
                CertificateStatus.VALID,
                NOW,
                null,
                null,
                null,
                null,
                null);
    }

    /** What a machine reads, without the blanks and line breaks that only place it. */
    private static String text(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
        }
    }

    private static List<Glyph> glyphs(byte[] bytes) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                try {
                    glyphs.add(Glyph.of(position));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(bytes)) {
            reader.writeText(document, Writer.nullWriter());
        }
        return glyphs;
    }

    /**
     * A character on the page.
     *
     * @param y from above
     * @param id 0 is the box for what a font does not have
     */
    private record Glyph(String text, float x, float y, float width, float height, int id, boolean hasOutline) {

        static Glyph of(TextPosition position) throws IOException {
            PDType0Font font = (PDType0Font) position.getFont();
            int code = position.getCharacterCodes()[0];
            return new Glyph(
                    position.getUnicode(),
                    position.getXDirAdj(),
                    position.getYDirAdj(),
                    position.getWidthDirAdj(),
                    position.getHeightDir(),
                    ((PDCIDFontType2) font.getDescendantFont()).codeToGID(code),
                    font.getPath(code).getBounds2D().getWidth() > 0);
        }

        boolean isPrinted() {
            return id != 0 && (hasOutline || text.isBlank());
        }

        boolean isInside(float left, float upper, float right, float lower) {
            return x >= left && x + width <= right && y - height >= upper && y <= lower;
        }
    }

    private String pdfsig(byte[] document) throws Exception {
        Path file = Files.write(folder.resolve("certificate.pdf"), document);
        Process process = new ProcessBuilder("/usr/bin/pdfsig", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
