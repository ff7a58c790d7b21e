package org.xueshi.evaluation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xueshi.platform.Acting;
import org.xueshi.policy.Pack;
import org.xueshi.policy.Packs;

/** Every night: years that are over are closed, and the open ones are judged for everybody, in case a pack has changed. */
@Configuration(proxyBeanMethods = false)
class EvaluationJobs {

    private static final Logger log = LoggerFactory.getLogger(EvaluationJobs.class);

    @Bean
    RecurringTask<Void> judgeOpenYears(Evaluations evaluations, Packs packs, Clock clock) {
        return Tasks.recurring("judge-open-years", Schedules.daily(clock.getZone(), LocalTime.of(2, 30)))
                .execute((instance, context) -> Acting.run("judge-open-years", () -> {
                    evaluations.closePastYears();
                    for (Pack pack : packs.all()) {
                        for (int year : pack.declarableYears(LocalDate.now(clock))) {
                            int changed = evaluations.judgeEverybody(pack.id(), year);
                            List<Long> outOfStep = evaluations.outOfStep(pack.id(), year);
                            // Each in a transaction of its own: nobody's credit waits for all of them.
                            outOfStep.forEach(personId -> evaluations.judgeAgain(personId, pack.id(), year));
                            log.info(
                                    "Judged {} of {}: {} verdicts changed, {} certificates followed",
                                    year,
                                    pack.id(),
                                    changed,
                                    outOfStep.size());
                        }
                    }
                }));
    }
}
