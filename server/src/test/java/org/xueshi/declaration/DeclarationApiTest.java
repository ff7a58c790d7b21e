package org.xueshi.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.xueshi.Browser;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.SettableClock;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import org.xueshi.policy.Hours;
import org.xueshi.review.Place;
import org.xueshi.review.StepOutcome;
import tools.jackson.databind.JsonNode;

/** 学时申报 by HTTP: what a learner and his reviewers can and cannot do. */
@PlatformTest
class DeclarationApiTest {

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private Desk.Carpenter carpenter;

    @Autowired
    private SettableClock clock;

    private Desk desk;

    @BeforeEach
    void takeDesk() {
        desk = carpenter.make();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
        browser.forgetSessions();
    }

    private void setClock(LocalDate day, LocalTime time) {
        clock.set(day, time);
        browser.forgetSessions();
    }

    @Test
    void theFormsOfferedAreThoseOfThePackAndOfWhoDeclares() {
        JsonNode offered =
                browser.get(desk.learner, "/api/declaration-forms").expect(200).body();
        assertThat(offered).hasSize(1);
        assertThat(offered.at("/0/subjects").findValuesAsString("code")).containsExactly("PROFESSIONAL");
        assertThat(offered.at("/0/forms").findValuesAsString("name"))
                .contains("继续教育基地培训班", "学术会议", "专利", "支援边疆、基层帮扶", "其他");
        JsonNode forEmployer = browser.get(
                        desk.employerAdmin, "/api/people/" + desk.learner.person() + "/declaration-forms")
                .expect(200)
                .body();
        assertThat(forEmployer.at("/0/subjects").findValuesAsString("code")).containsExactly("GENERAL", "PROFESSIONAL");
    }

    @Test
    void aDraftMayBeIncompleteAndIsEditedAndDeleted() {
        DeclarationForm empty = new DeclarationForm(
                "henan-zyjs", desk.year(), "PROFESSIONAL", "F04_CONFERENCE", Map.of(), null, List.of(), null);
        long id = desk.save(empty);
        assertThat(desk.detail(desk.learner, id).editable()).isTrue();
        DeclarationForm more = new DeclarationForm(
                "henan-zyjs",
                desk.year(),
                "PROFESSIONAL",
                "F04_CONFERENCE",
                Map.of("conference", "年会", "level", "NATIONAL", "paper", "LONG"),
                null,
                List.of(),
                0);
        JsonNode changed = browser.put(desk.learner, "/api/declarations/" + id, more)
                .expect(200)
                .body();
        assertThat(changed.get("title").asString()).isEqualTo("年会");
        assertThat(changed.at("/proposal/hours").asInt()).isEqualTo(20);
        assertThat(changed.at("/proposal/binding").asBoolean())
                .as("an unverified figure only proposes")
                .isFalse();
        browser.delete(desk.learner, "/api/declarations/" + id).expect(200);
        browser.get(desk.learner, "/api/declarations/" + id).expect(404);
    }

    @Test
    void whatIsMissingIsNamedFieldByFieldAndTheDraftIsKept() {
        long id = desk.save(new DeclarationForm(
                "henan-zyjs",
                desk.year(),
                "PROFESSIONAL",
                "F01_BASE",
                Map.of("className", "研修班"),
                null,
                List.of(),
                null));
        JsonNode refused = browser.post(desk.learner, "/api/declarations/" + id + "/submission", Map.of("version", 0))
                .expect(422)
                .body();
        assertThat(refused.get("code").asString()).isEqualTo("declaration.incomplete");
        assertThat(refused.get("errors").findValuesAsString("field"))
                .contains(
                        "claimedHours",
                        "fields.organizer",
                        "fields.period",
                        "fields.score",
                        "evidence.notice",
                        "evidence.diploma");
        assertThat(refused.get("errors").findValuesAsString("message")).contains("请上传培训通知", "请填写组织培训单位名称");
        assertThat(desk.detail(desk.learner, id).status()).isEqualTo(DeclarationStatus.DRAFT);
    }

    @Test
    void claimedHoursAreDecimalsInThePacksStepsAboveNothing() {
        for (String wrong : List.of("0", "-1", "0.25", "10000", "1e309")) {
            String body = """
                    {"scheme":"henan-zyjs","year":%d,"subject":"PROFESSIONAL","form":"F01_BASE","fields":{},"evidence":[],"claimedHours":%s}
                    """.formatted(desk.year(), wrong);
            assertThat(browser.post(desk.learner, "/api/declarations", body).status())
                    .as(wrong)
                    .isIn(400, 422);
        }
        DeclarationForm offStep = desk.form(desk.learner, "PROFESSIONAL", "0.3");
        browser.post(desk.learner, "/api/declarations", offStep).expect(422);
    }

    @Test
    void onlyOpenYearsCanBeDeclaredAndHoursCountInTheYearTheActivityEnded() {
        DeclarationForm form = desk.form(desk.learner, "PROFESSIONAL", "8");
        long lastYear = desk.save(new DeclarationForm(
                form.scheme(),
                desk.year() - 1,
                form.subject(),
                form.form(),
                form.fields(),
                form.claimedHours(),
                form.evidence(),
                null));
        JsonNode closed = browser.post(
                        desk.learner, "/api/declarations/" + lastYear + "/submission", Map.of("version", 0))
                .expect(422)
                .body();
        assertThat(closed.get("code").asString()).isEqualTo("declaration.year-not-open");
        assertThat(closed.get("detail").asString()).contains(Integer.toString(desk.year()));

        // In January the year before is still open, but only for what ended in it.
        setClock(LocalDate.of(desk.year() + 1, 1, 15), LocalTime.NOON);
        JsonNode otherYear = browser.post(
                        desk.learner,
                        "/api/me/declarations/submissions",
                        Map.of("ids", List.of(lastYear), "year", desk.year()))
                .expect(200)
                .body();
        assertThat(otherYear.at("/0/done").asBoolean()).as(otherYear.toString()).isFalse();
        assertThat(otherYear.at("/0/message").asString()).contains("学时计入学习结束的年度");
    }

    @Test
    void theLastMomentOfTheGraceIsInAndTheNextIsOut() {
        DeclarationForm form = desk.form(desk.learner, "PROFESSIONAL", "8");
        int year = desk.year();
        long first = desk.save(form);
        long second = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8"));
        setClock(LocalDate.of(year + 1, 1, 31), LocalTime.of(23, 59, 50));
        browser.post(desk.learner, "/api/declarations/" + first + "/submission", Map.of("version", 0))
                .expect(200);
        setClock(LocalDate.of(year + 1, 2, 1), LocalTime.of(0, 0, 1));
        browser.post(desk.learner, "/api/declarations/" + second + "/submission", Map.of("version", 0))
                .expect(422);
    }

    @Test
    void atMostThePacksCountOfFilesAndEachInASlotOfTheForm() {
        DeclarationForm form = desk.form(desk.learner, "PROFESSIONAL", "8");
        List<Evidence> six =
                desk.evidence(desk.learner, "notice", "notice", "notice", "diploma", "diploma", "employerProof");
        JsonNode tooMany = browser.post(desk.learner, "/api/declarations", with(form, six))
                .expect(422)
                .body();
        assertThat(tooMany.get("errors").findValuesAsString("message")).contains("最多能上传5个图片附件");
        List<Evidence> foreign = List.of(new Evidence(
                "passport", desk.evidence(desk.learner, "notice").getFirst().fileId(), null));
        browser.post(desk.learner, "/api/declarations", with(form, foreign)).expect(422);
        Caller other = province.learner(desk.employer, "别人");
        List<Evidence> somebodyElses = desk.evidence(other, "notice");
        browser.post(desk.learner, "/api/declarations", with(form, somebodyElses))
                .expect(422);
    }

    private static DeclarationForm with(DeclarationForm form, List<Evidence> evidence) {
        return new DeclarationForm(
                form.scheme(),
                form.year(),
                form.subject(),
                form.form(),
                form.fields(),
                form.claimedHours(),
                evidence,
                form.version());
    }

    @Test
    void overlongTextAndUnknownFieldsAreRefusedByName() {
        Map<String, String> fields =
                new TreeMap<>(desk.form(desk.learner, "PROFESSIONAL", "8").fields());
        fields.put("content", "长".repeat(1001));
        fields.put("className", "名".repeat(101));
        fields.put("bonus", "100");
        JsonNode refused = browser.post(
                        desk.learner,
                        "/api/declarations",
                        new DeclarationForm(
                                "henan-zyjs", desk.year(), "PROFESSIONAL", "F01_BASE", fields, null, List.of(), null))
                .expect(422)
                .body();
        assertThat(refused.get("errors").findValuesAsString("message"))
                .contains("学习内容不得超过1000字", "培训班名称不得超过100字", "本学习形式没有此项");
    }

    @Test
    void generalHoursAreDeclaredByTheEmployerAndNotByThePerson() {
        JsonNode refused = browser.post(desk.learner, "/api/declarations", desk.form(desk.learner, "GENERAL", "8"))
                .expect(422)
                .body();
        assertThat(refused.get("code").asString()).isEqualTo("declaration.form-not-offered");
        long id = desk.register("8");
        assertThat(desk.detail(desk.bureauAdmin, id).decidable())
                .as("the employer's own level is passed")
                .isTrue();
        assertThat(desk.detail(desk.learner, id).byEmployer()).isTrue();
    }

    @Test
    void theSameItemIsDeclaredOnce() {
        DeclarationForm form = desk.form(desk.learner, "PROFESSIONAL", "8", "同一个培训班");
        long first = desk.save(form);
        long second = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8", "同一个 培训班"));
        browser.post(desk.learner, "/api/declarations/" + first + "/submission", Map.of("version", 0))
                .expect(200);
        JsonNode refused = browser.post(
                        desk.learner, "/api/declarations/" + second + "/submission", Map.of("version", 0))
                .expect(422)
                .body();
        assertThat(refused.get("code").asString()).isEqualTo("declaration.declared-before");
        desk.sendBack(desk.employerAdmin, first, "请补充材料").expect(200);
        browser.post(desk.learner, "/api/declarations/" + second + "/submission", Map.of("version", 0))
                .expect(200);
    }

    @Test
    void reviewersAreToldThatOthersDeclaredTheSame() {
        Caller colleague = province.learner(desk.employer, "李建国");
        DeclarationForm form = desk.form(desk.learner, "PROFESSIONAL", "8", "合著论文培训");
        long mine = desk.save(form);
        browser.post(desk.learner, "/api/declarations/" + mine + "/submission", Map.of("version", 0))
                .expect(200);
        DeclarationForm his = desk.form(colleague, "PROFESSIONAL", "8", "合著论文培训");
        long other = browser.post(colleague, "/api/declarations", his)
                .expect(201)
                .at("/id")
                .asLong();
        browser.post(colleague, "/api/declarations/" + other + "/submission", Map.of("version", 0))
                .expect(200);
        assertThat(desk.detail(desk.employerAdmin, other).sameOfOthers()).isEqualTo(1);
        assertThat(browser.get(colleague, "/api/declarations/" + other)
                        .at("/sameOfOthers")
                        .asInt())
                .as("a learner does not learn of others")
                .isZero();
    }

    @Test
    void itIsTakenBackOnlyWhileNobodyHasReviewedIt() {
        long id = desk.submit("8");
        assertThat(desk.detail(desk.learner, id).withdrawable()).isTrue();
        browser.delete(desk.learner, "/api/declarations/" + id + "/submission").expect(200);
        assertThat(desk.detail(desk.learner, id).status()).isEqualTo(DeclarationStatus.DRAFT);
        int version = desk.detail(desk.learner, id).version();
        browser.post(desk.learner, "/api/declarations/" + id + "/submission", Map.of("version", version))
                .expect(200);
        desk.pass(desk.employerAdmin, id, desk.bureau).expect(200);
        assertThat(desk.detail(desk.learner, id).withdrawable()).isFalse();
        browser.delete(desk.learner, "/api/declarations/" + id + "/submission").expect(409);
    }

    @Test
    void theEmployerChoosesWhoReviewsProfessionalHoursNext() {
        long id = desk.submit("8");
        assertThat(desk.detail(desk.employerAdmin, id).choices())
                .extracting(Place::id)
                .containsExactlyInAnyOrder(desk.authority.id(), desk.bureau.id());
        assertThat(desk.pass(desk.employerAdmin, id, null)
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("review.next-place-missing");
        desk.pass(desk.employerAdmin, id, desk.authority).expect(200);
        desk.pass(desk.bureauAdmin, id, null).expect(409);
        desk.pass(desk.authorityAdmin, id, null).expect(200);
        assertThat(desk.detail(desk.learner, id).status()).isEqualTo(DeclarationStatus.ACCEPTED);
    }

    @Test
    void changedHoursNeedAReasonAndNeverExceedTheClaim() {
        long id = desk.submit("24");
        desk.pass(desk.employerAdmin, id, desk.bureau).expect(200);
        assertThat(desk.passWith(desk.bureauAdmin, id, "20", null)
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("review.reason-missing");
        assertThat(desk.passWith(desk.bureauAdmin, id, "30", "多给")
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("declaration.more-than-claimed");
        desk.passWith(desk.bureauAdmin, id, "20", "按通知核定").expect(200);
        DeclarationDetail detail = desk.detail(desk.learner, id);
        assertThat(detail.claimedHours()).isEqualTo(Hours.of(24));
        assertThat(detail.recognisedHours()).isEqualTo(Hours.of(20));
        assertThat(detail.steps().getLast().change()).isEqualTo("申报 24 学时，认定 20 学时");
    }

    @Test
    void aTrainingOfOneDayNamesItsDayOnce() {
        DeclarationDetail detail = desk.detail(desk.learner, desk.submit("8"));
        assertThat(detail.facts())
                .extracting(DeclarationDetail.Fact::value)
                .contains(desk.year() + "-01-01")
                .noneMatch(value -> value.contains("至"));
    }

    @Test
    void whatIsSentBackKeepsItsHistoryAndComesRoundAgain() {
        long id = desk.submit("8");
        assertThat(desk.sendBack(desk.employerAdmin, id, " ")
                        .expect(422)
                        .at("/code")
                        .asString())
                .isEqualTo("review.reason-missing");
        desk.sendBack(desk.employerAdmin, id, "证书照片不清晰").expect(200);
        DeclarationDetail back = desk.detail(desk.learner, id);
        assertThat(back.status()).isEqualTo(DeclarationStatus.SENT_BACK);
        assertThat(back.editable()).isTrue();
        browser.post(desk.learner, "/api/declarations/" + id + "/submission", Map.of("version", back.version()))
                .expect(200);
        assertThat(desk.detail(desk.employerAdmin, id).steps())
                .extracting(step -> step.round() + " " + step.outcome())
                .containsExactly(
                        "1 " + StepOutcome.SUBMITTED, "1 " + StepOutcome.SENT_BACK, "2 " + StepOutcome.SUBMITTED);
    }

    @Test
    void nobodyReviewsHisOwnClaimInWhateverRole() {
        long id = desk.submit("8");
        Caller himself = province.adminAs(desk.learner, Role.EMPLOYER_ADMIN, desk.employer);
        assertThat(desk.pass(himself, id, desk.bureau).expect(403).at("/code").asString())
                .isEqualTo("review.own-claim");
    }

    @Test
    void nobodyPassesTwoLevels() {
        long id = desk.submit("8");
        Caller both = province.adminAs(desk.employerAdmin, Role.BUREAU_ADMIN, desk.bureau);
        desk.pass(desk.employerAdmin, id, desk.bureau).expect(200);
        assertThat(desk.pass(both, id, null).expect(403).at("/code").asString()).isEqualTo("review.decided-before");
    }

    @Test
    void othersDeclarationsDoNotExist() {
        long id = desk.submit("8");
        long draft = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8"));
        Desk elsewhere = carpenter.make();
        for (Caller stranger : List.of(elsewhere.learner, elsewhere.employerAdmin, elsewhere.authorityAdmin)) {
            browser.get(stranger, "/api/declarations/" + id).expect(404);
        }
        browser.get(desk.employerAdmin, "/api/declarations/" + draft).expect(404);
        desk.pass(elsewhere.employerAdmin, id, null).expect(404);
        UUID file = desk.detail(desk.learner, id).evidence().getFirst().fileId();
        browser.get(elsewhere.learner, "/api/declarations/" + id + "/evidence/" + file)
                .expect(404);
        browser.get(desk.employerAdmin, "/api/declarations/" + id + "/evidence/" + file)
                .expect(200);
        browser.get(desk.employerAdmin, "/api/declarations/" + id + "/evidence/" + UUID.randomUUID())
                .expect(404);
        browser.put(elsewhere.learner, "/api/declarations/" + draft, desk.form(elsewhere.learner, "PROFESSIONAL", "8"))
                .expect(404);
        browser.delete(elsewhere.learner, "/api/declarations/" + draft).expect(404);
    }

    @Test
    void aStaleTabIsToldSoAndChangesNothing() {
        long id = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8"));
        DeclarationForm form = desk.form(desk.learner, "PROFESSIONAL", "16");
        DeclarationForm first = new DeclarationForm(
                form.scheme(),
                form.year(),
                form.subject(),
                form.form(),
                form.fields(),
                form.claimedHours(),
                form.evidence(),
                0);
        browser.put(desk.learner, "/api/declarations/" + id, first).expect(200);
        assertThat(browser.put(desk.learner, "/api/declarations/" + id, first)
                        .expect(409)
                        .at("/code")
                        .asString())
                .isEqualTo("platform.stale");
        browser.post(desk.learner, "/api/declarations/" + id + "/submission", Map.of("version", 0))
                .expect(409);
    }

    @Test
    void aDoubleClickSubmitsOnceAndBothClicksSeeTheSame() throws Exception {
        long id = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8"));
        UUID key = UUID.randomUUID();
        Callable<String> click = () -> browser.write(
                        desk.learner,
                        HttpMethod.POST,
                        "/api/declarations/" + id + "/submission",
                        Map.of("version", 0),
                        key)
                .expect(200)
                .text();
        browser.get(desk.learner, "/api/session").expect(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<String> answers = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(Collections.nCopies(6, click))) {
                answers.add(each.get());
            }
            assertThat(answers).containsOnly(answers.getFirst());
        }
        assertThat(desk.detail(desk.learner, id).steps()).hasSize(1);
    }

    @Test
    void oneOfTwoReviewersAtTheSameMomentWins() throws Exception {
        long id = desk.submit("8");
        Caller second = province.admin(Role.EMPLOYER_ADMIN, desk.employer);
        browser.get(second, "/api/session").expect(200);
        browser.get(desk.employerAdmin, "/api/session").expect(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = new ArrayList<>();
            List<Callable<Integer>> both = List.of(
                    () -> desk.pass(desk.employerAdmin, id, desk.bureau).status(),
                    () -> desk.sendBack(second, id, "材料不全").status());
            for (Future<Integer> each : threads.invokeAll(both)) {
                answers.add(each.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(desk.detail(desk.learner, id).steps()).hasSize(2);
    }

    @Test
    void aBatchStandsOrFallsItemByItem() {
        List<DeclarationSeen> seen = new ArrayList<>(
                IntStream.range(0, 3).mapToObj(i -> desk.seen(desk.submit("8"))).toList());
        long draft = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8"));
        seen.add(new DeclarationSeen(draft, 0));
        JsonNode results = desk.passTogether(seen).expect(200).body();
        assertThat(results).hasSize(4);
        assertThat(results).filteredOn(row -> row.get("done").asBoolean()).hasSize(3);
        assertThat(results)
                .filteredOn(row -> !row.get("done").asBoolean())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("id").asLong()).isEqualTo(draft);
                    assertThat(row.get("message").asString()).isNotBlank();
                });
        List<DeclarationSeen> tooMany = IntStream.range(0, 101)
                .mapToObj(i -> new DeclarationSeen((long) i, 0))
                .toList();
        desk.passTogether(tooMany).expect(422);
    }

    @Test
    void aBatchDecidesNothingOnWhatMovedOnSinceItWasSeen() {
        DeclarationSeen same = desk.seen(desk.submit("8"));
        DeclarationSeen changed = desk.seen(desk.submit("8"));
        browser.delete(desk.learner, "/api/declarations/" + changed.id() + "/submission")
                .expect(200);
        int now = desk.detail(desk.learner, changed.id()).version();
        browser.post(desk.learner, "/api/declarations/" + changed.id() + "/submission", Map.of("version", now))
                .expect(200);

        JsonNode results = desk.passTogether(List.of(changed, same)).expect(200).body();

        assertThat(results)
                .extracting(
                        row -> row.get("id").asLong(), row -> row.get("done").asBoolean())
                .containsExactly(tuple(same.id(), true), tuple(changed.id(), false));
        assertThat(results.at("/1/message").asString()).contains("该内容已被他人或您的另一页面修改");
        assertThat(desk.detail(desk.learner, changed.id()).steps())
                .extracting(step -> step.outcome())
                .doesNotContain(StepOutcome.PASSED);
        assertThat(desk.passTogether(List.of(desk.seen(changed.id())))
                        .at("/0/done")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aBatchNamesTheVersionOfEachItem() {
        long id = desk.submit("8");
        browser.post(
                        desk.employerAdmin,
                        "/api/declarations/decisions",
                        Map.of("items", List.of(Map.of("id", id)), "decision", Map.of("passes", true)))
                .expect(422);
    }

    @Test
    void severalDraftsAreHandedInAtOnceIntoTheChosenYear() {
        long right = desk.save(desk.form(desk.learner, "PROFESSIONAL", "8"));
        long wrong = desk.save(new DeclarationForm(
                "henan-zyjs", desk.year(), "PROFESSIONAL", "F01_BASE", Map.of(), new BigDecimal("8"), List.of(), null));
        JsonNode results = browser.post(
                        desk.learner,
                        "/api/me/declarations/submissions",
                        Map.of("ids", List.of(right, wrong), "year", desk.year()))
                .expect(200)
                .body();
        assertThat(results).extracting(row -> row.get("done").asBoolean()).containsExactly(true, false);
        assertThat(results.at("/1/message").asString()).contains("请填写组织培训单位名称");
    }

    @Test
    void progressShowsTabsFiltersAndWhoHasIt() {
        desk.submit("8");
        desk.save(desk.form(desk.learner, "PROFESSIONAL", "16"));
        JsonNode waiting = browser.get(desk.learner, "/api/me/declarations?status=SUBMITTED&year=" + desk.year())
                .expect(200)
                .body();
        assertThat(waiting.get("total").asInt()).isEqualTo(1);
        assertThat(waiting.at("/items/0/holder").asString()).isEqualTo(desk.employer.name());
        assertThat(waiting.at("/items/0/untouched").asBoolean()).isTrue();
        JsonNode counts = browser.get(desk.learner, "/api/me/declarations/counts")
                .expect(200)
                .body();
        assertThat(counts.at("/DRAFT").asInt()).isEqualTo(1);
        assertThat(counts.at("/SUBMITTED").asInt()).isEqualTo(1);
        assertThat(browser.get(desk.learner, "/api/me/declarations?subject=GENERAL")
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(browser.get(desk.learner, "/api/me/declarations?size=101").status())
                .isEqualTo(400);
    }

    @Test
    void theReviewersListsHoldWhatWaitsWhatWasDecidedAndEverything() {
        long id = desk.submit("8");
        assertThat(browser.get(desk.employerAdmin, "/api/declarations/waiting")
                        .at("/items/0/id")
                        .asLong())
                .isEqualTo(id);
        assertThat(browser.get(desk.employerAdmin, "/api/inbox/counts").body())
                .filteredOn(count -> count.get("kind").asString().equals("DECLARATION"))
                .singleElement()
                .satisfies(count -> assertThat(count.get("count").asInt()).isEqualTo(1));
        desk.pass(desk.employerAdmin, id, desk.bureau).expect(200);
        assertThat(browser.get(desk.employerAdmin, "/api/declarations/waiting")
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(browser.get(desk.employerAdmin, "/api/declarations/decided")
                        .at("/items/0/id")
                        .asLong())
                .isEqualTo(id);
        assertThat(browser.get(desk.employerAdmin, "/api/declarations?name=王秀英")
                        .at("/items/0/id")
                        .asLong())
                .isEqualTo(id);
        assertThat(browser.get(desk.employerAdmin, "/api/declarations?name=无此人")
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void theLearnerIsToldWhatWasDecided() {
        long id = desk.submit("8");
        desk.sendBack(desk.employerAdmin, id, "证书照片不清晰").expect(200);
        JsonNode messages =
                browser.get(desk.learner, "/api/me/messages").expect(200).body();
        assertThat(messages.at("/items/0/body").asString()).contains("证书照片不清晰");
        assertThat(messages.at("/items/0/link").asString()).isEqualTo("/declarations/" + id);
        assertThat(browser.get(desk.learner, "/api/me/messages/unread")
                        .at("/count")
                        .asInt())
                .isPositive();
        browser.post(
                        desk.learner,
                        "/api/me/messages/" + messages.at("/items/0/id").asLong() + "/reading",
                        null)
                .expect(200);
        Desk elsewhere = carpenter.make();
        browser.post(
                        elsewhere.learner,
                        "/api/me/messages/" + messages.at("/items/0/id").asLong() + "/reading",
                        null)
                .expect(404);
    }
}
