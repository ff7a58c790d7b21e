package org.xueshi.account;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Access;
import org.xueshi.platform.AuditTrail;
import org.xueshi.platform.Role;

/** 操作审计. */
@RestController
class AuditController {

    private final AuditTrail trail;
    private final AuditNames names;

    AuditController(AuditTrail trail, AuditNames names) {
        this.trail = trail;
        this.names = names;
    }

    /** A hundred entries, latest first, before the one with the number {@code before}. */
    @Access(Role.AUDIT_ADMIN)
    @GetMapping("/api/audit")
    List<AuditRow> audit(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Long accountId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return names.name(trail.read(before, action, accountId, from, to));
    }
}
