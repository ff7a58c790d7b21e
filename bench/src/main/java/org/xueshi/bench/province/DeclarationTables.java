package org.xueshi.bench.province;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.bench.province.MadeDeclaration.Standing;
import org.xueshi.policy.ReviewPlace;

/** Declarations, and their cases in the book of decisions with every step. */
final class DeclarationTables {

    private static final String FORM = "F02_TRAINING";

    private final Scale scale;

    DeclarationTables(Scale scale) {
        this.scale = scale;
    }

    List<MadeTable> tables() {
        return List.of(
                new MadeTable(
                        "declaration.declaration",
                        "id, person_id, employer_id, scheme, pack_version, year, subject, form, title, field_values, began_on,"
                                + " ended_on, claimed_hours, reviewed_hours, recognised_hours, status, item_key, created_at,"
                                + " submitted_at, decided_at, version",
                        rows -> each((person, made) -> declaration(rows, person, made))),
                new MadeTable(
                        "review.review_case",
                        "id, kind, subject_id, title, applicant_person_id, applicant_name, chain, round, level, status, place_id,"
                                + " opened_at, waiting_since, version",
                        rows -> each((person, made) -> reviewCase(rows, person, made))),
                new MadeTable(
                        "review.step",
                        "id, case_id, round, level, outcome, level_name, place_id, place_name, account_id, person_id, actor_name,"
                                + " applicant_person_id, reason, at",
                        rows -> each((person, made) -> steps(rows, person, made))));
    }

    private interface Each {
        void row(long person, MadeDeclaration made);
    }

    private void each(Each each) {
        for (int nth = 0; nth < MadeDeclaration.A_PERSON; nth++) {
            for (long person = 1; person <= scale.people(); person++) {
                each.row(person, MadeDeclaration.of(scale, person, nth));
            }
        }
    }

    private void declaration(CopyText rows, long person, MadeDeclaration made) {
        Standing standing = made.standing();
        boolean accepted = standing == Standing.ACCEPTED;
        boolean passedOnce = accepted || standing == Standing.WITH_BUREAU || standing == Standing.WITH_AUTHORITY;
        rows.row(
                made.id(),
                person,
                scale.places().employerOf(person),
                Scale.SCHEME,
                1,
                made.year(),
                "PROFESSIONAL",
                FORM,
                made.title(),
                made.fields(),
                made.began(),
                made.ended(),
                made.hours(),
                passedOnce ? made.hours() : null,
                accepted ? made.hours() : null,
                standing.isWaiting() ? "SUBMITTED" : standing.name(),
                new Dice(made.id(), 50).bytes(32),
                made.submitted(),
                made.hasCase() ? made.submitted() : null,
                accepted || standing == Standing.SENT_BACK ? made.decided() : null,
                accepted ? 3 : passedOnce ? 2 : made.hasCase() ? 1 : 0);
    }

    private void reviewCase(CopyText rows, long person, MadeDeclaration made) {
        if (!made.hasCase()) {
            return;
        }
        long employer = scale.places().employerOf(person);
        Standing standing = made.standing();
        @Nullable
        Long place = switch (standing) {
            case WITH_EMPLOYER -> (Long) employer;
            case WITH_BUREAU -> (Long) scale.places().bureauOf(employer);
            case WITH_AUTHORITY -> (Long) Places.AUTHORITY;
            case DRAFT, ACCEPTED, SENT_BACK -> null;
        };
        rows.row(
                made.id(),
                "DECLARATION",
                made.id(),
                made.title(),
                person,
                MadePerson.of(person).name(),
                scale.places().chain(employer),
                1,
                standing == Standing.WITH_EMPLOYER || standing == Standing.SENT_BACK ? 0 : 1,
                standing.isWaiting() ? "OPEN" : standing.name(),
                place,
                made.submitted(),
                made.submitted(),
                standing == Standing.WITH_EMPLOYER ? 0 : standing == Standing.ACCEPTED ? 2 : 1);
    }

    private void steps(CopyText rows, long person, MadeDeclaration made) {
        if (!made.hasCase()) {
            return;
        }
        String name = MadePerson.of(person).name();
        long first = made.id() * 3;
        rows.row(
                first,
                made.id(),
                1,
                0,
                "SUBMITTED",
                null,
                null,
                null,
                person,
                person,
                name,
                person,
                null,
                made.submitted());
        long employer = scale.places().employerOf(person);
        Instant decided = made.submitted().plusSeconds(86_400);
        switch (made.standing()) {
            case DRAFT, WITH_EMPLOYER -> {}
            case SENT_BACK -> step(rows, made, first + 1, person, 0, "SENT_BACK", employer, "佐证材料不清晰，请重新上传。", decided);
            case WITH_BUREAU, WITH_AUTHORITY ->
                step(rows, made, first + 1, person, 0, "PASSED", employer, null, decided);
            case ACCEPTED -> {
                step(rows, made, first + 1, person, 0, "PASSED", employer, null, decided);
                long bureau = scale.places().bureauOf(employer);
                step(rows, made, first + 2, person, 1, "PASSED", bureau, null, made.decided());
            }
        }
    }

    private void step(
            CopyText rows,
            MadeDeclaration made,
            long id,
            long person,
            int level,
            String outcome,
            long place,
            @Nullable String reason,
            Instant at) {
        boolean own = level == 0;
        rows.row(
                id,
                made.id(),
                1,
                level,
                outcome,
                own ? ReviewPlace.EMPLOYER.label() : ReviewPlace.AUTHORITY.label() + "或" + ReviewPlace.BUREAU.label(),
                place,
                own ? scale.places().employerName(place) : scale.places().bureauName(place),
                Places.administrator(place),
                null,
                "管理员" + place,
                person,
                reason,
                at);
    }
}
