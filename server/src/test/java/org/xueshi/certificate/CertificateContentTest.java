package org.xueshi.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xueshi.certificate.db.Tables.CERTIFICATE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.PlatformTest;
import org.xueshi.Province;

/** What a certificate says once is not changed by anybody who writes SQL either. */
@PlatformTest
class CertificateContentTest {

    /** What happens to a certificate after it was issued. */
    private static final Set<TableField<?, ?>> LIFE = Set.of(
            CERTIFICATE.STATUS,
            CERTIFICATE.REVOKED_AT,
            CERTIFICATE.REVOKED_BY,
            CERTIFICATE.REASON,
            CERTIFICATE.CAUSE,
            CERTIFICATE.FILE);

    @Autowired
    private DSLContext database;

    @Autowired
    private Province province;

    @Autowired
    private Certificates certificates;

    private Certificate issued;

    @BeforeEach
    void aCertificateIsIssued() {
        long person = province.learner(province.employer(null), "王秀英").person();
        issued = province.as(() -> certificates.issue(new Issue(
                "henan-zyjs",
                person,
                2026,
                "合格证书",
                "某厅",
                "王秀英",
                "4101**********1234",
                List.of(new CertificateFact("公需科目", "30 学时")),
                "聘任",
                "HN",
                false)));
    }

    static Stream<Field<?>> content() {
        return Stream.of(CERTIFICATE.fields()).filter(field -> !LIFE.contains(field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("content")
    void noColumnOfWhatItSaysCanBeChanged(Field<?> field) {
        assertThatThrownBy(() -> set(field)).hasMessageContaining("says what it says");
        assertThat(certificates.get(issued.id())).isEqualTo(issued);
    }

    @Test
    void theDrawingIsKeptOnceAndARevocationSaysWhatItSays() {
        assertThatCode(() -> set(CERTIFICATE.FILE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> set(CERTIFICATE.FILE)).hasMessageContaining("says what it says");
        province.run(() -> certificates.revoke(issued.id(), "某局", "学时有误", RevocationCause.DECISION));
        for (Field<?> field : List.of(CERTIFICATE.REASON, CERTIFICATE.REVOKED_BY, CERTIFICATE.REVOKED_AT)) {
            assertThatThrownBy(() -> set(field)).as(field.getName()).hasMessageContaining("says what it says");
        }
    }

    private <T> void set(Field<T> field) {
        province.run(() -> database.update(CERTIFICATE)
                .set(field, other(field))
                .where(CERTIFICATE.ID.eq(issued.id()))
                .execute());
    }

    /** Another value than the one that stands there, and one that no other constraint refuses. */
    @SuppressWarnings("unchecked")
    private static <T> Field<T> other(Field<T> field) {
        Class<?> type = field.getType();
        Field<?> value;
        if (field.equals(CERTIFICATE.NUMBER)) {
            value = DSL.val("HN2026-0000-0000-0");
        } else if (field.equals(CERTIFICATE.CODE)) {
            value = DSL.val("A".repeat(22));
        } else if (type == String.class) {
            value = DSL.val("别的");
        } else if (type == Boolean.class) {
            value = DSL.not((Field<Boolean>) field);
        } else if (type == Instant.class) {
            value = DSL.val(Instant.EPOCH, field.getDataType());
        } else if (type == JSONB.class) {
            value = DSL.val(JSONB.valueOf("[]"));
        } else if (type == byte[].class) {
            value = DSL.val(new byte[] {1});
        } else if (type == java.util.UUID.class) {
            value = DSL.val(java.util.UUID.randomUUID());
        } else {
            value = DSL.val(-1L, SQLDataType.BIGINT).cast(field.getDataType());
        }
        return (Field<T>) value;
    }
}
