package org.xueshi.bench.province;

import java.time.Instant;
import java.util.List;
import org.xueshi.vault.Vault;

/** People, sealed as the server seals them, and their accounts. */
final class PersonTables {

    private static final Instant REGISTERED = Instant.parse("2021-03-01T00:00:00Z");

    private final Scale scale;
    private final Vault vault;
    private final String passwordHash;

    PersonTables(Scale scale, Vault vault, String passwordHash) {
        this.scale = scale;
        this.vault = vault;
        this.passwordHash = passwordHash;
    }

    List<MadeTable> tables() {
        return List.of(
                new MadeTable(
                        "person.person",
                        "id, name, document_type, document_number, document_index, phone, phone_index, email, employer_id,"
                                + " department, category, sex, birth_date, ethnic_group, title_level, title_series, title,"
                                + " title_since, status, registered_at",
                        this::people),
                new MadeTable(
                        "account.account",
                        "id, person_id, name, login_index, login, password_hash, status, created_at, changed_at",
                        this::accounts));
    }

    private void people(CopyText rows) {
        for (long id = 1; id <= scale.people(); id++) {
            MadePerson person = MadePerson.of(id);
            rows.row(
                    id,
                    person.name(),
                    "RIC",
                    vault.seal(SealedColumns.DOCUMENT, id, person.idNumber()),
                    vault.index(SealedColumns.DOCUMENT, person.idNumber()),
                    vault.seal(SealedColumns.PHONE, id, person.phone()),
                    vault.index(SealedColumns.PHONE, person.phone()),
                    vault.seal(SealedColumns.EMAIL, id, person.email()),
                    scale.places().employerOf(id),
                    "教务处",
                    "PROFESSIONAL",
                    "1",
                    person.titleSince().minusYears(26),
                    "01",
                    "MID",
                    "22",
                    "一级教师",
                    person.titleSince(),
                    "ACTIVE",
                    REGISTERED);
        }
    }

    private void accounts(CopyText rows) {
        for (long id = 1; id <= scale.people(); id++) {
            MadePerson person = MadePerson.of(id);
            rows.row(
                    id,
                    id,
                    person.name(),
                    vault.index(SealedColumns.LOGIN, person.idNumber()),
                    vault.seal(SealedColumns.LOGIN, id, person.idNumber()),
                    passwordHash,
                    "ACTIVE",
                    REGISTERED,
                    REGISTERED);
        }
    }
}
