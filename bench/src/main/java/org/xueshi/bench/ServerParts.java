package org.xueshi.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.xueshi.account.GateKeys;
import org.xueshi.certificate.DrawnPages;
import org.xueshi.evaluation.YearJob;
import org.xueshi.vault.Vault;

/**
 * The few parts of the server that run in the bench itself, on the running server's database and with its keys: what seals, what
 * judges, what draws.
 */
final class ServerParts implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    ServerParts(Database database, Path data) {
        Path secrets = data.resolve("secrets");
        Map<String, Object> settings = Map.of(
                "xueshi.vault.master-key", secrets.resolve("master.key").toString(),
                "xueshi.certificate.keystore",
                        secrets.resolve("certificate.p12").toString(),
                "xueshi.policies", "classpath*:policies/*/pack-*.yaml");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", settings));
        PGSimpleDataSource source = database.asApplication();
        context.registerBean(
                DSLContext.class, () -> DSL.using(source, SQLDialect.POSTGRES, new Settings().withRenderSchema(true)));
        context.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Asia/Shanghai")));
        context.scan("org.xueshi.vault");
        context.register(GateKeys.class, YearJob.class, DrawnPages.class);
        context.refresh();
    }

    Clock clock() {
        return context.getBean(Clock.class);
    }

    Vault vault() {
        return context.getBean(Vault.class);
    }

    GateKeys gate() {
        return context.getBean(GateKeys.class);
    }

    YearJob yearJob() {
        return context.getBean(YearJob.class);
    }

    DrawnPages pages() {
        return context.getBean(DrawnPages.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
