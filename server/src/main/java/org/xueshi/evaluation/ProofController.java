package org.xueshi.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.certificate.Certificate;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;

/** Certificates of years, and reversals. */
@RestController
class ProofController {

    private final Proofs proofs;
    private final EvaluationSearch search;

    ProofController(Proofs proofs, EvaluationSearch search) {
        this.proofs = proofs;
        this.search = search;
    }

    /** 历史证书. */
    @Access(Role.LEARNER)
    @GetMapping("/api/me/certificates")
    List<CertificateRow> mine(Caller caller) {
        return proofs.history(caller.person());
    }

    /** 申请证书. */
    @Access(Role.LEARNER)
    @PostMapping("/api/me/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    CertificateRow request(Caller caller, @Valid @RequestBody CertificateRequestForm form) {
        return proofs.request(caller, form.scheme(), form.year());
    }

    /** The certificates of the people one oversees. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/certificates")
    Page<CertificateRow> certificates(Caller caller, OverseenFilter filter, PageQuery page) {
        return search.certificates(caller, filter, page);
    }

    /** The signed PDF, to be shown or, with {@code download}, to be saved. */
    @Access({Role.LEARNER, Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/certificates/{id}/document")
    ResponseEntity<byte[]> document(
            Caller caller, @PathVariable long id, @RequestParam(defaultValue = "false") boolean download) {
        Certificate certificate = proofs.seen(caller, id);
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(certificate.title() + " " + certificate.number() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore())
                .body(proofs.document(certificate));
    }

    /** 撤销证书. */
    @Access(Role.BUREAU_ADMIN)
    @PostMapping("/api/certificates/{id}/revocation")
    void revoke(Caller caller, @PathVariable long id, @Valid @RequestBody ReasonForm form) {
        proofs.revoke(caller, id, form.reason());
    }

    /** 重新签发. */
    @Access(Role.BUREAU_ADMIN)
    @PostMapping("/api/certificates/{id}/reissue")
    @ResponseStatus(HttpStatus.CREATED)
    CertificateRow issueAgain(Caller caller, @PathVariable long id) {
        return proofs.issueAgain(caller, id);
    }

    /** 冲正: takes a line of the ledger back. */
    @Access(Role.BUREAU_ADMIN)
    @PostMapping("/api/people/{personId}/entries/{year}/{entryId}/reversal")
    void reverse(
            Caller caller,
            @PathVariable long personId,
            @PathVariable int year,
            @PathVariable long entryId,
            @Valid @RequestBody ReasonForm form) {
        proofs.reverse(caller, personId, year, entryId, form.reason());
    }

    record CertificateRequestForm(
            @NotBlank(message = "请选择培训制度") String scheme,
            @NotNull(message = "请选择年度") Integer year) {}

    record ReasonForm(
            @NotBlank(message = "请填写理由") @Size(min = 2, max = 500, message = "理由应为2至500字")
            String reason) {}
}
