package org.xueshi.platform;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChallengeController {

    private final Challenges challenges;

    ChallengeController(Challenges challenges) {
        this.challenges = challenges;
    }

    @Open
    @GetMapping("/api/public/challenge")
    Challenge challenge() {
        return challenges.give();
    }
}
