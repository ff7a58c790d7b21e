package org.xueshi.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import org.xueshi.policy.Packs;

/** 学时登记: every hour of one's own, and where it came from. */
@RestController
class LedgerController {

    private final Ledger ledger;
    private final Packs packs;

    LedgerController(Ledger ledger, Packs packs) {
        this.ledger = ledger;
        this.packs = packs;
    }

    /** The caller's lines, latest first; of one year or of all. */
    @Access(Role.LEARNER)
    @GetMapping("/api/me/entries")
    List<EntryRow> entries(Caller caller, @RequestParam(required = false) @Nullable Integer year) {
        List<Entry> entries =
                year == null ? ledger.entries(caller.person()) : ledger.entries(caller.person(), List.of(year));
        return entries.reversed().stream()
                .map(entry -> EntryRow.of(entry, packs))
                .toList();
    }
}
