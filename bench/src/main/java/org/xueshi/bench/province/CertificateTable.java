package org.xueshi.bench.province;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import org.xueshi.person.IdDocument;
import org.xueshi.vault.Vault;

/** A certificate for everybody who passed this year or the last one. */
final class CertificateTable {

    private final Scale scale;
    private final Vault vault;
    private final Connection verdicts;

    CertificateTable(Scale scale, Vault vault, Connection verdicts) {
        this.scale = scale;
        this.vault = vault;
        this.verdicts = verdicts;
    }

    MadeTable table() {
        return new MadeTable(
                "certificate.certificate",
                "id, number, code, scheme, person_id, year, title, issuer, holder, document, facts, purpose, draft, status,"
                        + " issued_at",
                this::certificates);
    }

    private void certificates(CopyText rows) {
        try (var statement = verdicts.prepareStatement("""
                select person_id, year, total_hours, subject_hours[1], subject_hours[2] from evaluation.verdict
                 where scheme = ? and year >= ? and result = 'PASSED' order by year, md5(person_id::text)
                """)) {
            statement.setString(1, Scale.SCHEME);
            statement.setInt(2, scale.today().getYear() - 1);
            try (var passed = statement.executeQuery()) {
                for (long id = 1; passed.next(); id++) {
                    String facts = ("[{\"label\":\"工作单位\",\"value\":\"%s\"},{\"label\":\"公需科目\",\"value\":\"%s 学时\"},"
                                    + "{\"label\":\"专业科目\",\"value\":\"%s 学时\"},{\"label\":\"总学时\",\"value\":\"%s 学时\"},"
                                    + "{\"label\":\"年度认定结果\",\"value\":\"通过\"}]")
                            .formatted(
                                    scale.places().employerName(scale.places().employerOf(passed.getLong(1))),
                                    passed.getString(4),
                                    passed.getString(5),
                                    passed.getString(3));
                    certificate(rows, id, passed.getLong(1), passed.getInt(2), facts);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void certificate(CopyText rows, long id, long personId, int year, String facts) {
        MadePerson person = MadePerson.of(personId);
        rows.row(
                id,
                // Nobody types these numbers in: the last character checks nothing.
                "HNZJ%d-%04d-%04d-0".formatted(year, id / 10_000, id % 10_000),
                Base64.getUrlEncoder().withoutPadding().encodeToString(new Dice(id, 60).bytes(16)),
                Scale.SCHEME,
                personId,
                year,
                "河南省专业技术人员继续教育证书",
                "河南省人力资源和社会保障厅",
                person.name(),
                vault.seal(SealedColumns.CERTIFICATE_DOCUMENT, id, IdDocument.mask(person.idNumber())),
                facts,
                "专业技术人员聘任专业技术职务、申报评定上一级资格、岗位考核和执业注册的依据",
                true,
                "VALID",
                Instant.parse("2026-11-01T00:00:00Z"));
    }
}
