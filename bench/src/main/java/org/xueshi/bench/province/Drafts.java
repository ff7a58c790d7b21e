package org.xueshi.bench.province;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** Claims that are ready to be handed in, each of somebody who has not passed the year and will not by this. */
public final class Drafts {

    private static final List<String> SLOTS = List.of("notice", "diploma", "employerProof");

    /** Few enough to change nobody's verdict. */
    public static final int HOURS = 4;

    /**
     * One of them.
     *
     * @param bureau who decides last
     */
    public record Draft(long id, long person, long employer, long bureau) {}

    private final Scale scale;
    private final Connection target;
    private final List<Long> people = new ArrayList<>();

    /** @param target a connection that fires no triggers */
    public Drafts(Scale scale, Connection target) throws SQLException {
        this.scale = scale;
        this.target = target;
        try (var statement = target.prepareStatement("""
                select person_id from evaluation.verdict
                 where scheme = ? and year = ? and result = 'NOT_PASSED' and subject_hours[2] not between 56 and 60
                 order by md5(person_id::text)
                """)) {
            statement.setString(1, Scale.SCHEME);
            statement.setInt(2, scale.today().getYear());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    people.add(rows.getLong(1));
                }
            }
        }
    }

    /** Prepares some, each of another person; nobody has two. Fewer, when nobody is left. */
    public List<Draft> make(int count) throws SQLException {
        List<Long> taken = people.subList(0, Math.min(count, people.size()));
        long first = firstFreeId();
        List<Draft> drafts = IntStream.range(0, taken.size())
                .mapToObj(i -> draft(first + i, taken.get(i)))
                .toList();
        taken.clear();
        copy(new MadeTable(
                "declaration.declaration",
                "id, person_id, employer_id, scheme, pack_version, year, subject, form, title, field_values, began_on, ended_on,"
                        + " claimed_hours, status, item_key, created_at, version",
                rows -> drafts.forEach(draft -> declaration(rows, draft))));
        copy(new MadeTable(
                "files.file",
                "id, content, thumbnail, media_type, size, sent_size, width, height, name, uploader, kept, stored_at",
                rows -> drafts.forEach(draft -> SLOTS.forEach(slot -> file(rows, draft, slot)))));
        copy(new MadeTable(
                "declaration.evidence",
                "declaration_id, slot, file_id, position",
                rows -> drafts.forEach(draft ->
                        SLOTS.forEach(slot -> rows.row(draft.id(), slot, fileId(draft, slot), SLOTS.indexOf(slot))))));
        return drafts;
    }

    private long firstFreeId() throws SQLException {
        try (var statement = target.createStatement();
                var row =
                        statement.executeQuery("select setval(pg_get_serial_sequence('declaration.declaration', 'id'),"
                                + " (select max(id) from declaration.declaration) + 1000000)")) {
            row.next();
            return row.getLong(1) - 1_000_000 + 1;
        }
    }

    private Draft draft(long id, long person) {
        long employer = scale.places().employerOf(person);
        return new Draft(id, person, employer, scale.places().bureauOf(employer));
    }

    private void declaration(CopyText rows, Draft draft) {
        LocalDate ended = scale.today().minusDays(10);
        String title = "课程标准与命题评价专题研修第%d期".formatted(draft.id());
        rows.row(
                draft.id(),
                draft.person(),
                draft.employer(),
                Scale.SCHEME,
                1,
                scale.today().getYear(),
                "PROFESSIONAL",
                "F02_TRAINING",
                title,
                ("{\"organizer\":\"河南省教师发展中心\",\"organizerLevel\":\"PROVINCIAL\",\"className\":\"%s\","
                                + "\"content\":\"专题讲座与分组研讨。\",\"period\":\"%s/%s\",\"score\":\"合格\"}")
                        .formatted(title, ended, ended),
                ended,
                ended,
                HOURS,
                "DRAFT",
                new Dice(draft.id(), 70).bytes(32),
                Instant.now(),
                0);
    }

    private static void file(CopyText rows, Draft draft, String slot) {
        String content = "%064x".formatted(draft.id());
        rows.row(
                fileId(draft, slot),
                content,
                content,
                "image/jpeg",
                180_000,
                240_000,
                1600,
                1200,
                slot + ".jpg",
                "account:" + draft.person(),
                true,
                Instant.now());
    }

    private static UUID fileId(Draft draft, String slot) {
        return new UUID(draft.id(), SLOTS.indexOf(slot));
    }

    private void copy(MadeTable table) throws SQLException {
        CopyText rows = new CopyText(target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columns())));
        table.rows().accept(rows);
        rows.end();
    }
}
