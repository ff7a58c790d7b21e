package org.xueshi.declaration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;
import org.xueshi.platform.Unrepeatable;
import org.xueshi.policy.Declarer;
import org.xueshi.policy.Proposal;

/** 学时申报 and 申报进度查询: what a person does with his own declarations. */
@RestController
class DeclarationController {

    private final Declarations declarations;
    private final DeclarationSearch search;
    private final DeclarationDetails details;
    private final ClaimReader reader;
    private final People people;
    private final Clock clock;

    DeclarationController(
            Declarations declarations,
            DeclarationSearch search,
            DeclarationDetails details,
            ClaimReader reader,
            People people,
            Clock clock) {
        this.declarations = declarations;
        this.search = search;
        this.details = details;
        this.reader = reader;
        this.people = people;
        this.clock = clock;
    }

    /** What the caller may declare, with the forms for it. */
    @Access(Role.LEARNER)
    @GetMapping("/api/declaration-forms")
    List<OfferedScheme> forms(Caller caller) {
        return offered(people.get(caller.person()), Declarer.PERSON);
    }

    /** What an employer may declare for one of its people. */
    @Access(Role.EMPLOYER_ADMIN)
    @GetMapping("/api/people/{personId}/declaration-forms")
    List<OfferedScheme> formsFor(Caller caller, @PathVariable long personId) {
        return offered(people.overseen(caller, personId), Declarer.EMPLOYER);
    }

    private List<OfferedScheme> offered(Person person, Declarer declarer) {
        LocalDate today = LocalDate.now(clock);
        return people.schemes(people.facts(person)).stream()
                .map(pack -> OfferedScheme.of(pack, declarer, pack.declarableYears(today)))
                .filter(scheme -> !scheme.forms().isEmpty())
                .toList();
    }

    /** What a declaration would be worth by the pack's figures. */
    @Access(Role.LEARNER)
    @Unrepeatable("It only reads.")
    @PostMapping("/api/declarations/proposals")
    Proposal propose(Caller caller, @Valid @RequestBody DeclarationForm form) {
        Person person = people.get(caller.person());
        return reader.propose(reader.read(form, person, Declarer.PERSON).claim());
    }

    /** The caller's own, latest first. */
    @Access(Role.LEARNER)
    @GetMapping("/api/me/declarations")
    Page<DeclarationRow> progress(Caller caller, DeclarationFilter filter, PageQuery page) {
        return search.progress(caller.person(), filter, page);
    }

    @Access(Role.LEARNER)
    @GetMapping("/api/me/declarations/counts")
    Map<DeclarationStatus, Integer> counts(Caller caller) {
        return search.progressCounts(caller.person());
    }

    /** One's own, or one of a person one oversees. */
    @Access({Role.LEARNER, Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/declarations/{id}")
    DeclarationDetail declaration(Caller caller, @PathVariable long id) {
        return details.of(caller, id);
    }

    /** 保存暂不提交. */
    @Access(Role.LEARNER)
    @PostMapping("/api/declarations")
    @ResponseStatus(HttpStatus.CREATED)
    DeclarationDetail save(Caller caller, @Valid @RequestBody DeclarationForm form) {
        return details.of(caller, declarations.save(caller, form));
    }

    @Access(Role.LEARNER)
    @PutMapping("/api/declarations/{id}")
    DeclarationDetail change(Caller caller, @PathVariable long id, @Valid @RequestBody DeclarationForm form) {
        declarations.change(caller, id, form);
        return details.of(caller, id);
    }

    @Access(Role.LEARNER)
    @DeleteMapping("/api/declarations/{id}")
    void delete(Caller caller, @PathVariable long id) {
        declarations.delete(caller, id);
    }

    /** 提交申报. */
    @Access(Role.LEARNER)
    @PostMapping("/api/declarations/{id}/submission")
    DeclarationDetail submit(Caller caller, @PathVariable long id, @Valid @RequestBody SubmissionForm form) {
        declarations.submit(caller, id, form.version());
        return details.of(caller, id);
    }

    /** 撤销. */
    @Access(Role.LEARNER)
    @DeleteMapping("/api/declarations/{id}/submission")
    DeclarationDetail withdraw(Caller caller, @PathVariable long id) {
        declarations.withdraw(caller, id);
        return details.of(caller, id);
    }

    /** 提交学时: several drafts at once, all into the chosen year. */
    @Access(Role.LEARNER)
    @PostMapping("/api/me/declarations/submissions")
    List<Declarations.ItemResult> submitAll(Caller caller, @Valid @RequestBody SubmissionsForm form) {
        return declarations.submitAll(caller, form.ids(), form.year());
    }

    /** 代为登记. */
    @Access(Role.EMPLOYER_ADMIN)
    @PostMapping("/api/people/{personId}/declarations")
    @ResponseStatus(HttpStatus.CREATED)
    DeclarationDetail register(Caller caller, @PathVariable long personId, @Valid @RequestBody DeclarationForm form) {
        return details.of(caller, declarations.register(caller, personId, form));
    }

    record SubmissionForm(@NotNull Integer version) {}

    record SubmissionsForm(
            @NotEmpty(message = "请勾选要提交的学时") @Size(max = 100, message = "每次最多提交100条")
            List<Long> ids,

            @NotNull(message = "请选择填报年份") Integer year) {}
}
