package org.xueshi.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Import;
import org.xueshi.platform.Fonts;

/** One certificate, drawn and signed as the server does it, and drawn by the bare library. */
@NullMarked
@Import({Fonts.class, KeystoreSigner.class, CertificateDrawing.class})
public class DrawnPages {

    private static final Certificate CERTIFICATE = new Certificate(
            1,
            "HNZJ2026-4827-1936-K",
            "Zk3vQ0r7TgW1xYb8PnLd2A",
            "henan-zyjs",
            1,
            2026,
            "河南省专业技术人员继续教育证书",
            "河南省人力资源和社会保障厅",
            "欧阳静怡",
            "410***********4321",
            List.of(
                    new CertificateFact("工作单位", "郑州市金水区第三实验中学"),
                    new CertificateFact("公需科目", "30 学时"),
                    new CertificateFact("专业科目", "66 学时"),
                    new CertificateFact("总学时", "96 学时"),
                    new CertificateFact("年度认定结果", "通过")),
            "专业技术人员聘任专业技术职务、申报评定上一级资格、岗位考核和执业注册的依据",
            false,
            CertificateStatus.VALID,
            Instant.parse("2026-11-20T02:00:00Z"),
            null,
            null,
            null,
            null,
            null);

    private final CertificateDrawing drawing;
    private final BarePage bare;

    DrawnPages(CertificateDrawing drawing, Fonts fonts, CertificateSettings settings) {
        this.drawing = drawing;
        this.bare = new BarePage(fonts, CERTIFICATE, settings);
    }

    /** The document as the server hands it out. */
    public byte[] drawnAndSigned() {
        return made(() -> drawing.drawAndSign(CERTIFICATE));
    }

    /** The same page by PDFBox alone. */
    public byte[] bare() {
        return made(bare::draw);
    }

    private interface Work {
        byte[] run() throws IOException;
    }

    private static byte[] made(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
