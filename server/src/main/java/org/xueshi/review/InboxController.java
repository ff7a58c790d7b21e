package org.xueshi.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;

@RestController
class InboxController {

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What waits for the caller's organization, oldest first. */
    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/inbox")
    Page<InboxRow> inbox(Caller caller, @RequestParam(required = false) @Nullable String kind, PageQuery page) {
        return inbox.page(caller, kind, page);
    }

    @Access({Role.EMPLOYER_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/inbox/counts")
    List<InboxCount> counts(Caller caller) {
        return inbox.counts(caller);
    }
}
