package org.xueshi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The house rules, each with its reason. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.xueshi");

    @Test
    void modulesDependOnlyAlongTheDrawnArrows() {
        ApplicationModules.of(XueshiApplication.class).verify();
    }

    @Test
    void aModuleIsOneFlatPackage() {
        ArchRule rule = classes()
                .should()
                .resideInAnyPackage("org.xueshi", "org.xueshi.*", "org.xueshi.*.db..", "org.xueshi.*.view..")
                .because("sub-packages force types to be public that should not be");
        rule.check(OURS);
    }

    @Test
    void controllersArePrivateToTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .because("only HTTP calls a controller")
                .check(OURS);
    }

    @Test
    void controllersDoNotOpenTransactions() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("services tell the story; the transaction of a write is opened around its controller")
                .check(OURS);
    }

    @Test
    void servicesAreNamedByPluralNouns() {
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .should()
                .haveSimpleNameNotEndingWith("Service")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(OURS);
    }

    @Test
    void nobodyUsesWordsTheHouseDoesNotUse() {
        noClasses()
                .should()
                .haveNameMatching(".*(ServiceImpl|Manager|Helper|Utils?|Common|Base|VO|DTO|BO|PO|Convert)")
                .because("a name says what a thing is; CommonProblem is the one exception that is not matched")
                .check(OURS);
    }

    @Test
    void sqlIsNeverPutTogetherFromStrings() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.xueshi.postgres", "..db..", "..view..")
                .should()
                .callMethod(java.sql.Connection.class, "createStatement")
                .orShould()
                .callMethod(Statement.class, "execute", String.class)
                .because("every statement is jOOQ's or has bound parameters")
                .check(OURS);
    }

    @Test
    void timeIsAskedOfTheInjectedClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.xueshi.postgres")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .because("tests set the clock, and the platform's day is China's")
                .check(OURS);
    }

    @Test
    void noLoggingOfStandardOutputButForTheSetUpTokenAndTheDemoTable() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FirstAdministrator")
                .and()
                .resideOutsideOfPackage("org.xueshi.demo")
                .should()
                .accessField(System.class, "out")
                .because("what a user of the terminal must see once is printed, the rest is logged")
                .check(OURS);
    }
}
