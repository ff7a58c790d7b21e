package org.xueshi.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.files.FileContent;
import org.xueshi.files.StoredFiles;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import org.xueshi.platform.Unrepeatable;

@RestController
class PersonController {

    private final People people;
    private final PeopleSearch search;
    private final PersonDetails details;
    private final StoredFiles files;

    PersonController(People people, PeopleSearch search, PersonDetails details, StoredFiles files) {
        this.people = people;
        this.search = search;
        this.details = details;
        this.files = files;
    }

    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/people")
    Page<PersonRow> people(Caller caller, PeopleFilter filter, PageQuery page) {
        return search.people(caller, filter, page);
    }

    /** Finds one person by the whole number: parts cannot be searched, nor guessed. A number stands in no address. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @PostMapping("/api/people/lookups")
    @Unrepeatable("Looking changes nothing.")
    PersonRow lookUp(Caller caller, @Valid @RequestBody NumberForm form) {
        return search.byNumber(caller, form.documentNumber())
                .orElseThrow(() -> new Refused(PersonProblem.UNKNOWN_NUMBER));
    }

    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/people/{id}")
    PersonDetail person(Caller caller, @PathVariable long id) {
        return details.of(people.overseen(caller, id), caller);
    }

    /** Shows full numbers, for a reason that the person can read. */
    @Access({Role.EMPLOYER_ADMIN, Role.BUREAU_ADMIN})
    @PostMapping("/api/people/{id}/looks")
    FullNumbers look(Caller caller, @PathVariable long id, @Valid @RequestBody LookForm form) {
        return people.look(caller, id, form.reason());
    }

    @Access({Role.LEARNER, Role.EMPLOYER_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/people/{id}/photo")
    ResponseEntity<byte[]> photo(Caller caller, @PathVariable long id) {
        var photo = people.overseen(caller, id).profile().photo();
        if (photo == null) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        FileContent content = files.open(photo);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(content.bytes());
    }

    @Access(Role.LEARNER)
    @GetMapping("/api/me/profile")
    PersonDetail profile(Caller caller) {
        return details.of(people.get(caller.person()), caller);
    }

    @Access(Role.LEARNER)
    @PutMapping("/api/me/profile")
    PersonDetail changeProfile(Caller caller, @Valid @RequestBody ProfileForm form) {
        return details.of(people.changeProfile(caller, form), caller);
    }

    /** 谁看过我的信息. */
    @Access(Role.LEARNER)
    @GetMapping("/api/me/looks")
    List<Look> looks(Caller caller) {
        return search.looks(caller.person());
    }

    record NumberForm(
            @NotBlank(message = "请填写证件号") @Size(max = 40, message = "证件号最多40位")
            String documentNumber) {

        @Override
        public String toString() {
            return "NumberForm";
        }
    }
}
