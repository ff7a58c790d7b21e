package org.xueshi.evaluation;

import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Import;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/** The job that judges a year for everybody, called by hand instead of at night. */
@NullMarked
@Import({MassJudgement.class, Packs.class})
public class YearJob {

    private final MassJudgement mass;
    private final Packs packs;
    private final Clock clock;

    YearJob(MassJudgement mass, Packs packs, Clock clock) {
        this.mass = mass;
        this.packs = packs;
        this.clock = clock;
    }

    /** Of the pack under which the province's past years were closed. */
    public byte[] packFingerprint(String scheme) {
        return packs.fingerprint(packs.current(scheme));
    }

    /** Returns how many verdicts were written. */
    public int judge(String scheme, int year) {
        Pack pack = packs.current(scheme);
        var requirement = pack.requirement(year).orElseThrow();
        return mass.judge(pack, requirement, year, clock.instant())
                + mass.begin(pack, requirement, year, clock.instant());
    }
}
