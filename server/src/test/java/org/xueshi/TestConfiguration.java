package org.xueshi;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.xueshi.policy.SamplePack;

/** What differs when tests run: the clock, the mail server, the folders. */
@org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
class TestConfiguration {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    /** Puts everything below the build's folder and starts a mail server on a free port. */
    static final class Folders implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            context.getBeanFactory().registerSingleton("greenMail", mail);
            context.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                    mail.stop();
                }
            });
            Path folder = folder();
            TestPropertyValues.of(
                            "xueshi.data=" + folder,
                            "xueshi.policies=classpath*:policies/*/pack-*.yaml,file:" + folder
                                    + "/policies/*/pack-*.yaml",
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + mail.getSmtp().getPort(),
                            "management.server.port=-1",
                            "db-scheduler.enabled=false")
                    .applyTo(context);
        }

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory(
                                Files.createDirectories(Path.of("target/test-data")), "platform-")
                        .toAbsolutePath();
                SamplePack.writeHardened(folder.resolve("policies"));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
