package org.xueshi.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.Pictures;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import org.xueshi.policy.SamplePack;
import tools.jackson.databind.JsonNode;

/** 用户资料管理 by HTTP. */
@PlatformTest
class ProfileApiTest {

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    private Organization employer;
    private Caller learner;

    @BeforeEach
    void hire() {
        employer = province.employer(province.authority());
        learner = province.learner(employer, "秦可");
    }

    @Test
    void whatAPersonMayChangeIsToldAsItIsSentBack() {
        TreeMap<String, Object> form = changeable();
        Object ethnicGroup = form.get("ethnicGroup");
        form.put("department", "教务处");
        JsonNode changed =
                browser.put(learner, "/api/me/profile", form).expect(200).body();
        assertThat(changed.at("/department").asString()).isEqualTo("教务处");
        assertThat(changed.at("/changeable/ethnicGroup")).isEqualTo(ethnicGroup);
        assertThat(browser.put(learner, "/api/me/profile", form)
                        .expect(409)
                        .at("/code")
                        .asString())
                .isEqualTo("platform.stale");
    }

    @Test
    void aNewPhotoReplacesTheOldOneAndNoneKeepsIt() {
        TreeMap<String, Object> form = changeable();
        String photo = browser.upload(learner, "/api/files", "我.png", Pictures.png(60, 80))
                .expect(201)
                .at("/id")
                .asString();
        form.put("photo", photo);
        browser.put(learner, "/api/me/profile", form).expect(200);
        browser.put(learner, "/api/me/profile", changeable()).expect(200);
        browser.get(learner, "/api/people/" + learner.person() + "/photo").expect(200);
    }

    @Test
    void somebodyElsesUploadIsNoPhoto() {
        Caller other = province.learner(employer, "尤二");
        String photo = browser.upload(other, "/api/files", "他.png", Pictures.png(60, 80))
                .expect(201)
                .at("/id")
                .asString();
        TreeMap<String, Object> form = changeable();
        form.put("photo", photo);
        assertThat(browser.put(learner, "/api/me/profile", form)
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("files.not-yours");
    }

    @Test
    void whoOverseesAPersonIsNotToldTheCodes() {
        Caller admin = province.admin(Role.EMPLOYER_ADMIN, employer);
        assertThat(browser.get(admin, "/api/people/" + learner.person())
                        .expect(200)
                        .at("/changeable")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatTheSchemeDoesNotLockIsTheOwnersToChange() {
        assertThat(browser.get(learner, "/api/me/profile").expect(200).at("/locked"))
                .as("henan-zyjs locks name, number and employer, which stand in no form")
                .isEmpty();
    }

    @Test
    void whatTheSchemeLocksIsToldAndRefused() {
        learner = province.learner(province.employer(SamplePack.HARDENED_REGION, null), "秦可");
        assertThat(browser.get(learner, "/api/me/profile").expect(200).at("/locked"))
                .extracting(JsonNode::asString)
                .containsExactly("LANDLINE", "DEPARTMENT");
        TreeMap<String, Object> form = changeable();
        form.put("department", "教务二处");
        form.put("landline", "0991-1234567");
        JsonNode refused =
                browser.put(learner, "/api/me/profile", form).expect(422).body();
        assertThat(refused.get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder("department", "landline");
        assertThat(refused.at("/errors/0/message").asString()).contains("注册成功后不允许修改");

        form = changeable();
        form.put("major", "教育学");
        assertThat(browser.put(learner, "/api/me/profile", form)
                        .expect(200)
                        .at("/major")
                        .asString())
                .isEqualTo("教育学");
    }

    private TreeMap<String, Object> changeable() {
        TreeMap<String, Object> form = new TreeMap<>();
        browser.get(learner, "/api/me/profile")
                .expect(200)
                .at("/changeable")
                .properties()
                .forEach(entry -> form.put(entry.getKey(), entry.getValue()));
        return form;
    }
}
