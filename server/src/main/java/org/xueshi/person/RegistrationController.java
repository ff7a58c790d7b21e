package org.xueshi.person;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Open;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;
import org.xueshi.review.DecisionForm;
import org.xueshi.review.Outcome;

/** 注册审核: what the employer does with registrations; registering itself is the gate's matter, since it makes an account. */
@RestController
class RegistrationController {

    private final People people;
    private final PeopleSearch search;
    private final PersonDetails details;
    private final ApplicationReader reader;

    RegistrationController(People people, PeopleSearch search, PersonDetails details, ApplicationReader reader) {
        this.people = people;
        this.search = search;
        this.details = details;
        this.reader = reader;
    }

    /** What a registration with an employer asks. */
    @Open
    @GetMapping("/api/public/registration-form")
    RegistrationForm form(
            @RequestParam long employerId,
            @RequestParam PersonCategory category,
            @RequestParam(required = false) @Nullable String titleLevel) {
        return reader.form(employerId, category, titleLevel);
    }

    @Access(Role.EMPLOYER_ADMIN)
    @GetMapping("/api/registrations")
    Page<RegistrationRow> registrations(Caller caller, @RequestParam boolean waiting, PageQuery page) {
        return search.registrations(caller, waiting, page);
    }

    @Access(Role.EMPLOYER_ADMIN)
    @GetMapping("/api/registrations/{personId}")
    PersonDetail registration(Caller caller, @PathVariable long personId) {
        return details.of(people.overseen(caller, personId), caller);
    }

    /** Passes a registration or sends it back with a reason. */
    @Access(Role.EMPLOYER_ADMIN)
    @PostMapping("/api/registrations/{personId}/decisions")
    RegistrationOutcome decide(Caller caller, @PathVariable long personId, @Valid @RequestBody DecisionForm form) {
        people.overseen(caller, personId);
        return new RegistrationOutcome(people.decide(caller, personId, form.decision()));
    }

    record RegistrationOutcome(Outcome outcome) {}
}
