package org.xueshi.declaration;

import java.util.Map;
import org.xueshi.ledger.Credit;
import org.xueshi.ledger.Ledger;
import org.xueshi.ledger.Source;
import org.xueshi.platform.Caller;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningForm;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/** Turns an accepted declaration into lines of the ledger: one for each year over which its form spreads the hours. */
final class Crediting {

    private static final String SOURCE = "DECLARATION";

    private final Ledger ledger;
    private final Packs packs;

    Crediting(Ledger ledger, Packs packs) {
        this.ledger = ledger;
        this.packs = packs;
    }

    void credit(Declaration accepted, String recognisedBy, Caller caller) {
        Claim claim = accepted.claim();
        Pack pack = packs.version(claim.scheme(), claim.packVersion());
        LearningForm form = pack.form(claim.form()).orElseThrow();
        Hours recognised = accepted.proposedHours();
        Hours claimed = claim.hours() == null ? recognised : claim.hours();
        Map<Integer, Hours> shares = pack.years(form, claim.year(), recognised);
        shares.forEach((year, hours) -> {
            boolean first = year == claim.year();
            ledger.record(
                    new Credit(
                            accepted.personId(),
                            claim.scheme(),
                            year,
                            claim.subject(),
                            claim.form(),
                            form.name(),
                            accepted.title(),
                            form.topicOf(claim.values()).orElse(null),
                            form.mode(),
                            hours,
                            first ? form.daysOf(claim.values(), claimed, recognised) : Hours.ZERO,
                            new Source(SOURCE, accepted.id() + (first ? "" : "/" + year)),
                            form.event(claim.values()).orElse(null),
                            recognisedBy,
                            rule(pack, form),
                            pack.version(),
                            accepted.beganOn(),
                            accepted.endedOn()),
                    caller);
        });
    }

    /** Under which rule the hours were recognised, as the learner reads it beside them. */
    private static String rule(Pack pack, LearningForm form) {
        String source = pack.sources()
                .getOrDefault(form.hourLegal().source(), form.hourLegal().source());
        return "%s（第%d版）·%s·%s".formatted(pack.name(), pack.version(), form.name(), source);
    }
}
