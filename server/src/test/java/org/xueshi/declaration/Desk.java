package org.xueshi.declaration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.Browser;
import org.xueshi.Pictures;
import org.xueshi.Province;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;

/** Somebody who declares, an employer and an authority and a bureau that review, and the ways in which they go to work in tests. */
public class Desk {

    final Browser browser;
    final Clock clock;
    public final Organization employer;
    public final Organization authority;
    public final Organization bureau;
    public final Caller learner;
    public final Caller employerAdmin;
    public final Caller authorityAdmin;
    public final Caller bureauAdmin;

    private Desk(Browser browser, Province province, Clock clock) {
        this.browser = browser;
        this.clock = clock;
        this.authority = province.authority();
        this.employer = province.employer(authority);
        this.bureau = province.bureau("410105");
        this.learner = province.learner(employer, "王秀英");
        this.employerAdmin = province.admin(Role.EMPLOYER_ADMIN, employer);
        this.authorityAdmin = province.admin(Role.AUTHORITY_ADMIN, authority);
        this.bureauAdmin = province.admin(Role.BUREAU_ADMIN, bureau);
    }

    /** Makes desks. */
    @Component
    public static class Carpenter {

        private final Browser browser;
        private final Province province;
        private final Clock clock;

        Carpenter(Browser browser, Province province, Clock clock) {
            this.browser = browser;
            this.province = province;
            this.clock = clock;
        }

        public Desk make() {
            return new Desk(browser, province, clock);
        }
    }

    int year() {
        return LocalDate.now(clock).getYear();
    }

    /** A form that is filled in rightly, with fresh evidence, for something that was never declared before. */
    DeclarationForm form(Caller uploader, String subject, String hours) {
        return form(uploader, subject, hours, "研修班 " + UUID.randomUUID());
    }

    DeclarationForm form(Caller uploader, String subject, String hours, String name) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "organizer",
                "河南省继续教育基地",
                "className",
                name,
                "period",
                year() + "-01-01/" + year() + "-01-01",
                "score",
                "合格"));
        return new DeclarationForm(
                "henan-zyjs",
                year(),
                subject,
                "F01_BASE",
                fields,
                new BigDecimal(hours),
                evidence(uploader, "notice", "diploma", "employerProof"),
                null);
    }

    List<Evidence> evidence(Caller uploader, String... slots) {
        List<Evidence> evidence = new ArrayList<>();
        for (String slot : slots) {
            String file = browser.upload(uploader, "/api/files", slot + ".png", Pictures.png(60, 40))
                    .expect(201)
                    .at("/id")
                    .asString();
            evidence.add(new Evidence(slot, UUID.fromString(file), null));
        }
        return evidence;
    }

    long save(DeclarationForm form) {
        return browser.post(learner, "/api/declarations", form)
                .expect(201)
                .at("/id")
                .asLong();
    }

    /** A professional declaration that waits for the employer. */
    public long submit(String hours) {
        long id = save(form(learner, "PROFESSIONAL", hours));
        browser.post(learner, "/api/declarations/" + id + "/submission", Map.of("version", 0))
                .expect(200);
        return id;
    }

    /** A general declaration that the employer made and that waits for the bureau. */
    public long register(String hours) {
        return browser.post(
                        employerAdmin,
                        "/api/people/" + learner.person() + "/declarations",
                        form(employerAdmin, "GENERAL", hours))
                .expect(201)
                .at("/id")
                .asLong();
    }

    Browser.Answer pass(Caller reviewer, long id, @Nullable Organization next) {
        return decide(
                reviewer, id, new DeclarationDecisionForm(true, null, next == null ? null : next.id(), null, null));
    }

    Browser.Answer passWith(Caller reviewer, long id, String hours, @Nullable String reason) {
        return decide(reviewer, id, new DeclarationDecisionForm(true, reason, null, new BigDecimal(hours), null));
    }

    Browser.Answer sendBack(Caller reviewer, long id, @Nullable String reason) {
        return decide(reviewer, id, new DeclarationDecisionForm(false, reason, null, null, null));
    }

    Browser.Answer decide(Caller reviewer, long id, DeclarationDecisionForm form) {
        return browser.post(reviewer, "/api/declarations/" + id + "/decisions", form);
    }

    /** What a reviewer remembers of a declaration he sees now. */
    DeclarationSeen seen(long id) {
        return new DeclarationSeen(id, detail(learner, id).version());
    }

    /** The employer passes several on to the bureau. */
    Browser.Answer passTogether(List<DeclarationSeen> seen) {
        Map<String, Object> decision = Map.of("passes", true, "nextPlace", bureau.id());
        return browser.post(employerAdmin, "/api/declarations/decisions", Map.of("items", seen, "decision", decision));
    }

    /** Passes what the learner submitted through employer and bureau. */
    public void passAll(long id) {
        pass(employerAdmin, id, bureau).expect(200);
        pass(bureauAdmin, id, null).expect(200);
    }

    /** Passes what the employer registered. */
    public void passRegistered(long id) {
        pass(bureauAdmin, id, null).expect(200);
    }

    DeclarationDetail detail(Caller caller, long id) {
        Browser.Answer answer = browser.get(caller, "/api/declarations/" + id).expect(200);
        return answer.json().readValue(answer.text(), DeclarationDetail.class);
    }
}
