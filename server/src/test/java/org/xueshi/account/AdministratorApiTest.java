package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.IdNumbers;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;

/** 管理人员管理 (B31): nobody grants, takes or resets more than he may. */
@PlatformTest
class AdministratorApiTest {

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private TestAccounts accounts;

    private Organization employer;
    private Caller admin;

    @BeforeEach
    void anEmployerIsThere() {
        employer = province.employer(null);
        admin = province.admin(Role.EMPLOYER_ADMIN, employer);
    }

    @AfterEach
    void everybodyLogsInAnew() {
        browser.forgetSessions();
    }

    @Test
    void aNewAdministratorGetsAPasswordThatIsShownOnce() {
        String number = IdNumbers.next();
        String given = add(admin, Role.EMPLOYER_ADMIN, employer.id(), number)
                .expect(201)
                .at("/password")
                .asString();
        assertThat(given).hasSize(12).matches("[A-Z2-9]+");
        assertThat(browser.get(admin, "/api/administrators").expect(200).text())
                .doesNotContain(given)
                .doesNotContain(number);
        assertThat(add(admin, Role.EMPLOYER_ADMIN, employer.id(), number)
                        .expect(409)
                        .at("/title")
                        .asString())
                .isEqualTo("该人员已是管理员");
    }

    @Test
    void nobodyGrantsWhatHeDoesNotHold() {
        Organization other = province.employer(null);
        Organization bureau = province.bureau("410105");
        add(admin, Role.EMPLOYER_ADMIN, other.id(), IdNumbers.next()).expect(403);
        add(admin, Role.BUREAU_ADMIN, bureau.id(), IdNumbers.next()).expect(403);
        add(admin, Role.SYSTEM_ADMIN, null, IdNumbers.next()).expect(403);
        add(admin, Role.EMPLOYER_ADMIN, null, IdNumbers.next()).expect(403);
        add(admin, Role.LEARNER, employer.id(), IdNumbers.next()).expect(403);
        Caller county = province.admin(Role.BUREAU_ADMIN, bureau);
        add(county, Role.BUREAU_ADMIN, province.bureau("410100").id(), IdNumbers.next())
                .expect(403);
        add(county, Role.SYSTEM_ADMIN, null, IdNumbers.next()).expect(403);
        add(county, Role.EMPLOYER_ADMIN, employer.id(), IdNumbers.next()).expect(201);
        assertThat(add(county, Role.INSTITUTION_ADMIN, employer.id(), IdNumbers.next())
                        .expect(422)
                        .at("/title")
                        .asString())
                .isEqualTo("角色与单位类型不符");
    }

    @Test
    void theThreeWhoWatchTheSystemAreNeverOnePerson() {
        Caller system = province.systemAdmin(Role.SYSTEM_ADMIN);
        Caller audit = province.systemAdmin(Role.AUDIT_ADMIN);
        assertThat(add(system, Role.SECURITY_ADMIN, null, accounts.login(audit))
                        .expect(422)
                        .at("/title")
                        .asString())
                .isEqualTo("三员分立");
    }

    @Test
    void theLastAdministratorStaysAndNobodyRemovesHimself() {
        String own = accounts.workspace(admin);
        assertThat(browser.delete(admin, "/api/administrators/" + own)
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("account.own-grant");
        Caller county = province.admin(Role.BUREAU_ADMIN, province.bureau("410105"));
        assertThat(browser.delete(county, "/api/administrators/" + own)
                        .expect(422)
                        .at("/title")
                        .asString())
                .isEqualTo("不能移除最后一名管理员");
        province.admin(Role.EMPLOYER_ADMIN, employer);
        browser.delete(county, "/api/administrators/" + own).expect(200);
    }

    @Test
    void whoHoldsMoreIsNotResetFromBelow() {
        Caller county = province.admin(Role.BUREAU_ADMIN, province.bureau("410105"));
        Caller both = province.adminAs(county, Role.EMPLOYER_ADMIN, employer);
        Browser.Answer answer = browser.post(
                        admin, "/api/administrators/" + accounts.workspace(both) + "/password-reset", Map.of())
                .expect(403);
        assertThat(answer.at("/title").asString()).isEqualTo("无权重置该账户");
    }

    private Browser.Answer add(Caller caller, Role role, @Nullable Long organization, String number) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "role",
                role,
                "name",
                "新管理员",
                "documentType",
                "RIC",
                "documentNumber",
                number,
                "phone",
                "13812345678",
                "email",
                "new-admin@example.cn"));
        if (organization != null) {
            form.put("organizationId", organization);
        }
        return browser.post(caller, "/api/administrators", form);
    }
}
