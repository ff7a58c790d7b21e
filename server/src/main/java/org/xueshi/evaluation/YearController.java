package org.xueshi.evaluation;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.person.People;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;

/** 年度完成情况. */
@RestController
class YearController {

    private final Years years;
    private final EvaluationSearch search;
    private final People people;

    YearController(Years years, EvaluationSearch search, People people) {
        this.years = years;
        this.search = search;
        this.people = people;
    }

    @Access(Role.LEARNER)
    @GetMapping("/api/me/years")
    List<YearRow> mine(Caller caller) {
        return years.of(caller.person());
    }

    @Access(Role.LEARNER)
    @GetMapping("/api/me/years/{year}")
    YearDetail mine(Caller caller, @PathVariable int year, @RequestParam String scheme) {
        return years.detail(caller.person(), scheme, year);
    }

    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/people/{personId}/years")
    List<YearRow> of(Caller caller, @PathVariable long personId) {
        return years.of(people.overseen(caller, personId).id());
    }

    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/people/{personId}/years/{year}")
    YearDetail of(Caller caller, @PathVariable long personId, @PathVariable int year, @RequestParam String scheme) {
        return years.detail(people.overseen(caller, personId).id(), scheme, year);
    }

    /** The verdicts of the people one oversees. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/verdicts")
    Page<VerdictRow> verdicts(Caller caller, OverseenFilter filter, PageQuery page) {
        return search.verdicts(caller, filter, page);
    }
}
