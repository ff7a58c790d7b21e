package org.xueshi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.certificate.Certificate;
import org.xueshi.certificate.Certificates;
import org.xueshi.certificate.Issue;
import org.xueshi.certificate.RevocationCause;
import org.xueshi.ledger.Entry;
import org.xueshi.ledger.Ledger;
import org.xueshi.organization.Organization;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import org.xueshi.policy.Hours;
import org.xueshi.policy.Judgement.YearResult;
import org.xueshi.policy.Packs;
import org.xueshi.policy.SamplePack;

/** What becomes of a year when the ledger changes: verdict and certificate follow in the same transaction. */
@PlatformTest
class EvaluationsTest {

    private static final String HENAN = "henan-zyjs";
    private static final int YEAR = 2026;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private VerdictStore store;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Proofs proofs;

    @Autowired
    private Years years;

    @Autowired
    private Packs packs;

    @Autowired
    private Province province;

    @Autowired
    private Clock clock;

    private Caller learner;
    private Caller bureau;

    @BeforeEach
    void somebody() {
        Organization employer = province.employer(null);
        learner = province.learner(employer, "王秀英");
        bureau = province.admin(Role.BUREAU_ADMIN, province.bureau("410105"));
    }

    private void credit(String scheme, int year, String subject, String hours) {
        province.credit(learner, scheme, year, subject, hours);
    }

    private void reverse(String hours, String reason) {
        Entry entry = ledger.entries(learner.person(), List.of(YEAR)).stream()
                .filter(each -> each.hours().equals(Hours.of(hours)))
                .findFirst()
                .orElseThrow();
        province.run(() -> ledger.reverse(entry, reason, "金水区人社局", bureau));
    }

    private Verdict verdict(String scheme, int year) {
        return store.find(learner.person(), scheme, year).orElseThrow();
    }

    private List<Certificate> certificatesOfTheYear() {
        return certificates.ofPerson(learner.person());
    }

    @Test
    void theVerdictIsThereWithTheLineThatMadeIt() {
        credit(HENAN, YEAR, "GENERAL", "30");
        assertThat(verdict(HENAN, YEAR).result()).isEqualTo(YearResult.NOT_PASSED);
        credit(HENAN, YEAR, "PROFESSIONAL", "60");
        assertThat(verdict(HENAN, YEAR).result()).isEqualTo(YearResult.PASSED);
        assertThat(verdict(HENAN, YEAR).total()).isEqualTo(Hours.of(90));
        assertThat(verdict(HENAN, YEAR).entries()).isEqualTo(2);
    }

    @Test
    void whoeverIsLetInStandsInTheRunningYearWithNothingDone() {
        assertThat(verdict(HENAN, YEAR).result()).isEqualTo(YearResult.NOT_PASSED);
        assertThat(verdict(HENAN, YEAR).entries()).isZero();
    }

    @Test
    void theNightAddsNobodyToAPastYear() {
        evaluations.judgeEverybody(HENAN, YEAR - 1);
        assertThat(store.find(learner.person(), HENAN, YEAR - 1)).isEmpty();
    }

    @Test
    void aCreditThatIsRolledBackLeavesTheVerdictAsItWas() {
        assertThatThrownBy(() -> province.run(() -> {
                    credit(HENAN, YEAR, "GENERAL", "30");
                    throw new IllegalStateException("the power goes off");
                }))
                .hasMessage("the power goes off");
        assertThat(verdict(HENAN, YEAR).entries()).isZero();
        assertThat(ledger.entries(learner.person())).isEmpty();
    }

    @Test
    void creditsOfTheSameMomentAreAllInTheVerdict() throws Exception {
        List<Callable<Boolean>> credits = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    credit(HENAN, YEAR, i % 3 == 0 ? "GENERAL" : "PROFESSIONAL", "10");
                    return true;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(credits)) {
                done.add(each.get());
            }
            assertThat(done).hasSize(12);
        }
        assertThat(verdict(HENAN, YEAR).total()).isEqualTo(Hours.of(120));
        assertThat(verdict(HENAN, YEAR).entries()).isEqualTo(12);
        assertThat(certificatesOfTheYear())
                .as("one certificate however many credits")
                .hasSize(1);
    }

    @Test
    void aReversalRevokesTheCertificateWithItsReasonAndTheNextCreditIssuesAnother() {
        credit(HENAN, YEAR, "GENERAL", "30");
        credit(HENAN, YEAR, "PROFESSIONAL", "60");
        String first = certificatesOfTheYear().getFirst().number().toString();
        reverse("30", "培训未实际举办");
        assertThat(certificatesOfTheYear()).singleElement().satisfies(revoked -> {
            assertThat(revoked.isValid()).isFalse();
            assertThat(revoked.reason()).isEqualTo("学时冲正：培训未实际举办");
        });
        assertThat(verdict(HENAN, YEAR).result()).isEqualTo(YearResult.NOT_PASSED);
        credit(HENAN, YEAR, "GENERAL", "30");
        assertThat(certificatesOfTheYear()).hasSize(2);
        Certificate second = certificatesOfTheYear().getFirst();
        assertThat(second.isValid()).isTrue();
        assertThat(second.number().toString()).isNotEqualTo(first);
    }

    @Test
    void aReversalThatLeavesTheYearPassedIssuesACertificateWithTheNewFigures() {
        credit(HENAN, YEAR, "GENERAL", "30");
        credit(HENAN, YEAR, "PROFESSIONAL", "60");
        credit(HENAN, YEAR, "PROFESSIONAL", "20");
        reverse("20", "重复登记");
        assertThat(certificatesOfTheYear()).hasSize(2);
        assertThat(certificatesOfTheYear()).filteredOn(Certificate::isValid).hasSize(1);
        assertThat(certificatesOfTheYear().getFirst().facts().toString()).contains("90 学时");
    }

    @Test
    void whatABureauRevokedIsNotIssuedAgainByTheNextCredit() {
        credit(HENAN, YEAR, "GENERAL", "30");
        credit(HENAN, YEAR, "PROFESSIONAL", "60");
        long first = certificatesOfTheYear().getFirst().id();
        province.run(() -> proofs.revoke(bureau, first, "身份信息有误"));
        credit(HENAN, YEAR, "PROFESSIONAL", "10");
        assertThat(verdict(HENAN, YEAR).isPassed()).isTrue();
        assertThat(certificatesOfTheYear()).noneMatch(Certificate::isValid);
        province.run(() -> proofs.issueAgain(bureau, first));
        assertThat(certificatesOfTheYear()).filteredOn(Certificate::isValid).hasSize(1);
    }

    @Test
    void whatABureauRevokedCannotBeAskedForByItsOwner() {
        credit(HENAN, YEAR, "GENERAL", "30");
        credit(HENAN, YEAR, "PROFESSIONAL", "60");
        long first = certificatesOfTheYear().getFirst().id();
        province.run(() -> proofs.revoke(bureau, first, "身份信息有误"));
        assertThatThrownBy(() -> province.run(() -> proofs.request(learner, HENAN, YEAR)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(EvaluationProblem.WITHHELD));
        assertThat(years.of(learner.person())).noneMatch(YearRow::requestable);
    }

    @Test
    void aPackThatAsksForMoreTakesTheCertificatesOfItsOpenYear() {
        credit(SamplePack.HARDENED, YEAR, "GENERAL", "20");
        assertThat(verdict(SamplePack.HARDENED, YEAR).result()).isEqualTo(YearResult.NOT_PASSED);
        province.as(() -> certificates.issue(new Issue(
                SamplePack.HARDENED,
                learner.person(),
                YEAR,
                "合格证书",
                "人社厅",
                "王秀英",
                "410105********0011",
                List.of(),
                "",
                "XX",
                false)));
        assertThat(evaluations.outOfStep(SamplePack.HARDENED, YEAR)).contains(learner.person());
        province.run(() -> evaluations.judgeAgain(learner.person(), SamplePack.HARDENED, YEAR));
        assertThat(certificatesOfTheYear()).singleElement().satisfies(revoked -> {
            assertThat(revoked.isValid()).isFalse();
            assertThat(revoked.cause()).isEqualTo(RevocationCause.RULE);
        });
        assertThat(evaluations.outOfStep(SamplePack.HARDENED, YEAR)).doesNotContain(learner.person());
    }

    @Test
    void aClosedYearIsJudgedByThePackItWasClosedUnderForEver() {
        int closed = 2024;
        int open = 2025;
        byte[] fingerprint = packs.fingerprint(packs.version(SamplePack.HARDENED, 1));
        province.run(() -> store.close(SamplePack.HARDENED, closed, 1, fingerprint, clock.instant()));
        for (int year : List.of(closed, open)) {
            credit(SamplePack.HARDENED, year, "GENERAL", "20");
        }
        assertThat(verdict(SamplePack.HARDENED, closed).packVersion()).isEqualTo(1);
        assertThat(verdict(SamplePack.HARDENED, closed).result()).isEqualTo(YearResult.PASSED);
        assertThat(verdict(SamplePack.HARDENED, open).packVersion()).isEqualTo(2);
        assertThat(verdict(SamplePack.HARDENED, open).result()).isEqualTo(YearResult.NOT_PASSED);
        evaluations.judgeEverybody(SamplePack.HARDENED, closed);
        assertThat(verdict(SamplePack.HARDENED, closed).packVersion()).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfRefusesAVerdictOnAClosedYearUnderAnotherVersion() {
        byte[] fingerprint = packs.fingerprint(packs.version(SamplePack.HARDENED, 1));
        province.run(() -> store.close(SamplePack.HARDENED, 2023, 1, fingerprint, clock.instant()));
        Verdict byTheNewRule = new Verdict(
                learner.person(),
                SamplePack.HARDENED,
                2023,
                YearResult.NOT_PASSED,
                Hours.of(20),
                List.of(Hours.of(20), Hours.ZERO),
                2,
                "R1",
                1,
                clock.instant());
        assertThatThrownBy(() -> province.run(() -> store.save(byTheNewRule)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("The year 2023 of hardened is closed under version 1 of its pack");
    }

    @Test
    void aPlatformWhosePackWasEditedAfterAYearWasClosedUnderItDoesNotStart() {
        ClosedYears guard = new ClosedYears(store, packs);
        guard.afterSingletonsInstantiated();
        assertThatThrownBy(() -> province.run(() -> {
                    store.close(SamplePack.HARDENED, 2022, 1, new byte[32], clock.instant());
                    guard.afterSingletonsInstantiated();
                }))
                .hasMessageContaining("The year 2022 of hardened was closed under policies/hardened/pack-1.yaml")
                .hasMessageContaining("edited since");
    }

    @Test
    void hoursAreForwardedToTheSchemeThatRecognisesThem() {
        Caller hunan = province.learner(province.employer("430104", null), "李雪");
        learner = hunan;
        credit("hunan-zyjs", YEAR, "GENERAL", "30");
        assertThat(store.ofPerson(hunan.person()))
                .extracting(Verdict::scheme)
                .containsExactlyInAnyOrder("hunan-sydw", "hunan-zyjs");
    }
}
