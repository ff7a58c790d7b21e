package org.xueshi.account;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.SettableClock;
import org.xueshi.organization.Organization;
import org.xueshi.platform.PostOffice;
import tools.jackson.databind.json.JsonMapper;

/** What every test of the gate begins with and leaves behind: an employer of its own, a clock that goes right, nobody logged in. */
@PlatformTest
abstract class GateTest {

    @Autowired
    Browser browser;

    @Autowired
    Province province;

    @Autowired
    TestAccounts accounts;

    @Autowired
    PostOffice post;

    @Autowired
    SettableClock clock;

    @Autowired
    JsonMapper json;

    Organization employer;

    @BeforeEach
    void anEmployerIsThere() {
        employer = province.employer(null);
    }

    @AfterEach
    void theClockGoesRightAndNobodyIsLoggedIn() {
        clock.reset();
        browser.forgetSessions();
    }

    /** The address that goes with a document number. */
    static String email(String number) {
        return "p" + number.toLowerCase(Locale.ROOT) + "@example.cn";
    }

    /** What somebody with this cookie is answered when he asks who he is. */
    int asks(Cookie session) {
        return browser.send(null, request(HttpMethod.GET, "/api/session").cookie(session))
                .status();
    }
}
