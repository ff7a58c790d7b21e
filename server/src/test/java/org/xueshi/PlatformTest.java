package org.xueshi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.xueshi.account.TestAccounts;
import org.xueshi.declaration.Desk;
import org.xueshi.platform.PostOffice;

/**
 * A test of the platform as it is: every module, a real PostgreSQL of its own, HTTP in and problem out. The clock can be set, mail is
 * caught, jobs run when the test says so. All tests with this sign share one running platform.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        properties = {
            "springdoc.api-docs.path=/api/contract",
            "springdoc.writer-with-order-by-keys=true",
            "springdoc.writer-with-default-pretty-printer=true",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.packages-to-scan=org.xueshi"
        })
@AutoConfigureMockMvc
@Import({
    TestConfiguration.class,
    ContractConfiguration.class,
    Province.class,
    Browser.class,
    TestAccounts.class,
    PostOffice.class,
    Desk.Carpenter.class
})
@ContextConfiguration(initializers = TestConfiguration.Folders.class)
public @interface PlatformTest {}
