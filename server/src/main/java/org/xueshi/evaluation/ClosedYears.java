package org.xueshi.evaluation;

import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.xueshi.evaluation.db.tables.records.ClosedYearRecord;
import org.xueshi.policy.Packs;

/** A pack under which a year was closed is there for ever and unchanged: otherwise the platform does not start. */
@Component
class ClosedYears implements SmartInitializingSingleton {

    private final VerdictStore store;
    private final Packs packs;

    ClosedYears(VerdictStore store, Packs packs) {
        this.store = store;
        this.packs = packs;
    }

    /** Before anything is served. */
    @Override
    public void afterSingletonsInstantiated() {
        store.closedYears().forEach(this::demandUnchanged);
    }

    private void demandUnchanged(ClosedYearRecord closed) {
        String scheme = closed.getScheme();
        int version = closed.getPackVersion();
        boolean unchanged = packs.has(scheme, version)
                && Arrays.equals(packs.fingerprint(packs.version(scheme, version)), closed.getPackSha256());
        if (!unchanged) {
            throw new IllegalStateException("""
                    The year %d of %s was closed under policies/%s/pack-%d.yaml, and that file is missing or was edited since. \
                    Put it back as it was, and say what is new in the next version of the pack.\
                    """.formatted(closed.getYear(), scheme, scheme, version));
        }
    }
}
