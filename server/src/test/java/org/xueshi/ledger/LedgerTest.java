package org.xueshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xueshi.ledger.db.Tables.ENTRY;
import static org.xueshi.ledger.db.Tables.SOURCE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Role;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningMode;

@PlatformTest
class LedgerTest {

    private static final int YEAR = 2026;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Province province;

    @Autowired
    private DSLContext database;

    private Caller learner;
    private Caller bureau;

    @BeforeEach
    void somebody() {
        learner = province.learner(province.employer(null), "王秀英");
        bureau = province.admin(Role.BUREAU_ADMIN, province.bureau("410105"));
    }

    private Credit credit(String key, int year, String hours) {
        return new Credit(
                learner.person(),
                "henan-zyjs",
                year,
                "PROFESSIONAL",
                "F01_BASE",
                "继续教育基地培训班",
                "研修班",
                null,
                LearningMode.OFFLINE,
                Hours.of(hours),
                Hours.ZERO,
                new Source("TEST", key),
                null,
                "金水区人社局",
                "第七条",
                1,
                null,
                null);
    }

    private long record(String key, String hours) {
        return province.as(() -> ledger.record(credit(key, YEAR, hours), null));
    }

    private Entry only() {
        return ledger.entries(learner.person(), List.of(YEAR)).getFirst();
    }

    @Test
    void aLineSaysWhereItComesFromWhoRecognisedItAndUnderWhichRule() {
        record(UUID.randomUUID().toString(), "45.5");
        Entry entry = only();
        assertThat(entry.hours()).isEqualTo(Hours.of("45.5"));
        assertThat(entry.recognisedBy()).isEqualTo("金水区人社局");
        assertThat(entry.rule()).isEqualTo("第七条");
        assertThat(entry.sourceKind()).isEqualTo("TEST");
        assertThat(entry.reversed()).isFalse();
    }

    @Test
    void oneSourceIsCreditedOnceWhateverYearItIsBookedUnder() {
        String key = UUID.randomUUID().toString();
        record(key, "10");
        assertThatThrownBy(() -> record(key, "10")).isInstanceOf(Refused.class).hasMessage("ledger.credited-before");
        assertThatThrownBy(() -> province.as(() -> ledger.record(credit(key, YEAR - 1, "10"), null)))
                .hasMessage("ledger.credited-before");
        assertThat(ledger.entries(learner.person())).hasSize(1);
    }

    @Test
    void aReversalTakesBackTheWholeLineAndIsSaidOnce() {
        record(UUID.randomUUID().toString(), "24");
        Entry entry = only();
        province.run(() -> ledger.reverse(entry, "培训未举办", "金水区人社局", bureau));
        assertThat(ledger.entries(learner.person(), List.of(YEAR)))
                .extracting(Entry::hours)
                .containsExactly(Hours.of(24), Hours.of(-24));
        assertThat(only().reversed()).isTrue();
        assertThatThrownBy(() -> province.run(() -> ledger.reverse(entry, "再次", "金水区人社局", bureau)))
                .hasMessage("ledger.reversed-before");
    }

    @Test
    void aReversalIsNotReversed() {
        record(UUID.randomUUID().toString(), "24");
        province.run(() -> ledger.reverse(only(), "培训未举办", "金水区人社局", bureau));
        Entry reversal = ledger.entries(learner.person(), List.of(YEAR)).getLast();
        assertThatThrownBy(() -> province.run(() -> ledger.reverse(reversal, "反悔", "金水区人社局", bureau)))
                .hasMessage("ledger.reversed-before");
    }

    @Test
    void nothingIsRecordedOutsideOfATransaction() {
        assertThatThrownBy(() -> ledger.record(credit("outside", YEAR, "1"), null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrRemoveALine() {
        record(UUID.randomUUID().toString(), "24");
        long id = only().id();
        assertThatThrownBy(() -> province.run(() -> database.update(ENTRY)
                        .set(ENTRY.TITLE, "别的")
                        .where(ENTRY.ID.eq(id))
                        .execute()))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> province.run(
                        () -> database.deleteFrom(ENTRY).where(ENTRY.ID.eq(id)).execute()))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> province.run(() -> database.deleteFrom(SOURCE).execute()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theDatabaseItselfRefusesAReversalThatTakesBackSomethingElse() {
        record(UUID.randomUUID().toString(), "24");
        Entry entry = only();
        assertThatThrownBy(() -> province.run(() -> {
                    String key = UUID.randomUUID().toString();
                    database.insertInto(SOURCE)
                            .set(SOURCE.KIND, "TEST")
                            .set(SOURCE.KEY, key)
                            .set(SOURCE.YEAR, YEAR)
                            .execute();
                    var row = database.selectFrom(ENTRY)
                            .where(ENTRY.ID.eq(entry.id()))
                            .fetchSingle();
                    row.changed(true);
                    row.setId(entry.id() + 1_000_000);
                    row.setSourceKey(key);
                    row.setHours(Hours.of(-20).amount());
                    row.setReverses(entry.id());
                    row.setReason("少退一些");
                    database.insertInto(ENTRY).set(row).execute();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("must take back exactly entry");
    }

    @Test
    void everyLineLeavesAnAuditEntryOfItsOwn() {
        long id = record(UUID.randomUUID().toString(), "24");
        int audited = database.fetchCount(database.selectOne()
                .from("platform.audit_entry")
                .where("action = 'ledger.entry' and entity_id = ?", id));
        assertThat(audited).isEqualTo(1);
    }
}
