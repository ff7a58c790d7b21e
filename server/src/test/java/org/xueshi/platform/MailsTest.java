package org.xueshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xueshi.platform.db.Tables.MAIL;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import tools.jackson.databind.JsonNode;

/** Mail that does not go out is told to those who can mend it. */
@PlatformTest
class MailsTest {

    @Autowired
    private Mails mails;

    @Autowired
    private DSLContext database;

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private MeterRegistry figures;

    private final String subject = "提醒 " + UUID.randomUUID();

    @BeforeEach
    void aMailWasGivenUp() {
        mails.handIn(new Mail("nobody@example.cn", subject, "您好"));
        database.update(MAIL)
                .set(MAIL.STATUS, "GIVEN_UP")
                .set(MAIL.ERROR, "MailAuthenticationException")
                .where(MAIL.SUBJECT.eq(subject))
                .execute();
    }

    @AfterEach
    void itIsForgotten() {
        database.deleteFrom(MAIL).where(MAIL.SUBJECT.eq(subject)).execute();
    }

    @Test
    void theSystemAdministratorIsToldHowManyWereGivenUpAndWhy() {
        Browser.Answer answer = browser.get(province.systemAdmin(Role.SYSTEM_ADMIN), "/api/mail")
                .expect(200);
        JsonNode standing = answer.body();
        assertThat(standing.get("givenUp").asInt()).isPositive();
        assertThat(standing.get("lastGivenUpSince").asString()).isNotBlank();
        assertThat(standing.get("lastFailure").asString()).isEqualTo("MailAuthenticationException");
        assertThat(answer.text()).doesNotContain("nobody@example.cn").doesNotContain(subject);
    }

    @Test
    void whoWatchesFromOutsideReadsItAsAFigure() {
        assertThat(figures.get("xueshi.mail.given-up").gauge().value())
                .isEqualTo(mails.count("GIVEN_UP"))
                .isPositive();
    }
}
