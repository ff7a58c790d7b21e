package org.xueshi.platform;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the system administrator whether mail goes out. */
@RestController
class MailController {

    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    /** Figures alone: whose mail it is, and what it says, is nobody's business here. */
    @Access(Role.SYSTEM_ADMIN)
    @GetMapping("/api/mail")
    MailStanding mail() {
        return mails.standing();
    }
}
