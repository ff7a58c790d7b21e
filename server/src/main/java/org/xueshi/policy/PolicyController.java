package org.xueshi.policy;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Open;

/** 政策: the rules are everybody's to read. */
@RestController
class PolicyController {

    private final Packs packs;

    PolicyController(Packs packs) {
        this.packs = packs;
    }

    @Open
    @GetMapping("/api/public/policies")
    List<PackSummary> policies() {
        return packs.all().stream().map(PackSummary::of).toList();
    }
}
