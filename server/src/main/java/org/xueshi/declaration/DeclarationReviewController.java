package org.xueshi.declaration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
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
import org.xueshi.review.Outcome;

/** 学时初审 and 学时审核: what reviewers do. */
@RestController
class DeclarationReviewController {

    private final Declarations declarations;
    private final DeclarationStore store;
    private final DeclarationSearch search;
    private final StoredFiles files;

    DeclarationReviewController(
            Declarations declarations, DeclarationStore store, DeclarationSearch search, StoredFiles files) {
        this.declarations = declarations;
        this.store = store;
        this.search = search;
        this.files = files;
    }

    /** What waits for the caller's organization, longest waiting first. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/declarations/waiting")
    Page<DeclarationRow> waiting(Caller caller, DeclarationFilter filter, PageQuery page) {
        return search.waiting(caller, filter, page);
    }

    /** What it has decided, latest first. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/declarations/decided")
    Page<DeclarationRow> decided(Caller caller, DeclarationFilter filter, PageQuery page) {
        return search.decided(caller, filter, page);
    }

    /** 申报记录: what the people one oversees have submitted. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/declarations")
    Page<DeclarationRow> records(Caller caller, DeclarationFilter filter, PageQuery page) {
        return search.records(caller, filter, page);
    }

    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @PostMapping("/api/declarations/{id}/decisions")
    DeclarationDecided decide(Caller caller, @PathVariable long id, @Valid @RequestBody DeclarationDecisionForm form) {
        return new DeclarationDecided(declarations.decide(caller, id, form));
    }

    /** The same decision on several, each as the caller saw it. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @PostMapping("/api/declarations/decisions")
    List<Declarations.ItemResult> decideAll(Caller caller, @Valid @RequestBody DecisionsForm form) {
        return declarations.decideAll(caller, form.items(), form.decision());
    }

    /** A file that proves a declaration; with {@code small}, a thumbnail of it. */
    @Access({Role.LEARNER, Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/declarations/{id}/evidence/{fileId}")
    ResponseEntity<byte[]> evidence(
            Caller caller,
            @PathVariable long id,
            @PathVariable UUID fileId,
            @RequestParam(defaultValue = "false") boolean small) {
        declarations.seen(caller, id);
        if (!store.hasEvidence(id, fileId)) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        FileContent content = small ? files.thumbnail(fileId) : files.open(fileId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(content.bytes());
    }

    record DeclarationDecided(Outcome outcome) {}

    /** @param items what is decided on; {@code decision} names no version of its own */
    record DecisionsForm(
            @NotEmpty(message = "请勾选要办理的事项") @Size(max = 100, message = "每次最多办理100条")
            List<@NotNull @Valid DeclarationSeen> items,

            @NotNull @Valid DeclarationDecisionForm decision) {}
}
