package org.xueshi.account;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Open;

@RestController
class SetUpController {

    private final FirstAdministrator first;

    SetUpController(FirstAdministrator first) {
        this.first = first;
    }

    /** Whether the platform waits for its first administrator. */
    @Open
    @GetMapping("/api/public/set-up")
    SetUpState state() {
        return new SetUpState(first.isOpen());
    }

    @Open
    @PostMapping("/api/public/set-up")
    void setUp(@Valid @RequestBody SetUpForm form) {
        first.setUp(form);
    }

    record SetUpState(boolean open) {}
}
