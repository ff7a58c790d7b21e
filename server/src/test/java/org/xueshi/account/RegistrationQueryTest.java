package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.IdNumbers;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.Solved;
import org.xueshi.organization.Organization;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 注册审核进度查询 by HTTP, from the registration to its withdrawal. */
@PlatformTest
class RegistrationQueryTest {

    private static final String PASSWORD = "Lu-shan-2026";

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private JsonMapper json;

    private Organization employer;
    private String idNumber;

    @BeforeEach
    void register() {
        employer = province.employer(null);
        idNumber = IdNumbers.next();
        browser.post(
                        null,
                        "/api/public/registrations",
                        Map.of(
                                "application",
                                Province.form(employer.id(), idNumber, "时查询"),
                                "existingUser",
                                false,
                                "password",
                                PASSWORD,
                                "challenge",
                                Solved.challenge(browser, json)))
                .expect(201);
    }

    @Test
    void whoHasRegisteredSeesWhoHasItAndCanTakeItBack() {
        JsonNode standing =
                query(PASSWORD, Solved.challenge(browser, json)).expect(200).body();
        assertThat(standing.at("/status").asString()).isEqualTo("PENDING");
        assertThat(standing.at("/holder").asString()).isEqualTo(employer.name());
        browser.post(
                        null,
                        "/api/public/registration-withdrawals",
                        Map.of("token", standing.at("/token").asString()))
                .expect(200);
        assertThat(query(PASSWORD, Solved.challenge(browser, json))
                        .expect(200)
                        .at("/status")
                        .asString())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void anAnsweredChallengeIsSpentAlsoByAWrongPassword() {
        JsonNode challenge = Solved.challenge(browser, json);
        assertThat(query("Not-the-password-1", challenge)
                        .expect(401)
                        .at("/code")
                        .asString())
                .isEqualTo("account.wrong-password");
        assertThat(query(PASSWORD, challenge).at("/code").asString()).isEqualTo("platform.wrong-check");
    }

    private Browser.Answer query(String password, JsonNode challenge) {
        return browser.post(
                null,
                "/api/public/registration-queries",
                Map.of("documentNumber", idNumber, "password", password, "challenge", challenge));
    }
}
