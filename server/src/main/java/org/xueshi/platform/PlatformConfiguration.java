package org.xueshi.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xueshi.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Wires the ground. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration implements WebMvcConfigurer {

    /** Years, days and deadlines are those of China, wherever the server stands. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static IdempotencyAdvisor idempotencyAdvisor(ObjectProvider<IdempotencyInterceptor> interceptor) {
        return new IdempotencyAdvisor(interceptor);
    }

    @Bean
    IdempotencyInterceptor idempotencyInterceptor(
            DSLContext database,
            TransactionTemplate transaction,
            Challenges challenges,
            JsonMapper json,
            Vault vault,
            Clock clock) {
        return new IdempotencyInterceptor(database, transaction, challenges, json, vault, clock);
    }

    @Bean
    DefaultConfigurationCustomizer jooq() {
        return configuration -> {
            configuration.set(new DefaultExecuteListenerProvider(new ActingListener()));
            configuration.set(new Settings().withRenderSchema(true).withExecuteLogging(false));
        };
    }

    /** For whoever watches the platform from outside; counted when it is asked for. */
    @Bean
    MeterBinder mailFigures(Mails mails) {
        return registry -> {
            Gauge.builder("xueshi.mail.waiting", mails, each -> each.count("WAITING"))
                    .register(registry);
            Gauge.builder("xueshi.mail.given-up", mails, each -> each.count("GIVEN_UP"))
                    .register(registry);
        };
    }

    @Bean
    RecurringTask<Void> sendMail(Mails mails) {
        return Tasks.recurring("send-mail", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> Acting.run("send-mail", mails::sendWaiting));
    }

    @Bean
    RecurringTask<Void> sweepPlatform(Sweeper sweeper) {
        return Tasks.recurring("sweep-platform", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> Acting.run("sweep-platform", sweeper::sweep));
    }

    @Bean
    RecurringTask<Void> checkInvariants(Invariants invariants, Clock clock) {
        return Tasks.recurring("check-invariants", Schedules.daily(clock.getZone(), LocalTime.of(4, 0)))
                .execute((instance, context) -> Acting.run("check-invariants", invariants::broken));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
