package org.xueshi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads the audit trail reads words: every action and every cause that the server notes has one on the page. */
class AuditWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/xueshi");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path WORDS = Path.of("../web/src/features/account/audit.ts");

    /** What the application notes, what the database notes by itself, and the tables whose states it watches. */
    private static final Pattern NOTED = Pattern.compile("\\bnote\\(\\s*\"([a-z_.-]+)\"");

    private static final Pattern WRITTEN = Pattern.compile("write_audit\\(\\s*'([a-z_.]+)'");
    private static final Pattern WATCHED = Pattern.compile(
            "create trigger \\w+ after [^;]*? on ([a-z_.]+)\\s+for each row execute function platform\\.guard_status");

    @Test
    void everyActionHasAWord() {
        Set<String> actions = found(SOURCES, ".java", NOTED);
        assertThat(actions)
                .contains("account.login", "account.login-failed", "account.login-turned-away", "account.logout");
        Set<String> states = found(MIGRATIONS, ".sql", WATCHED);
        assertThat(states).contains("declaration.declaration", "account.role_grant");
        actions.addAll(states);
        actions.addAll(found(MIGRATIONS, ".sql", WRITTEN));
        assertThat(words("actionWords")).containsAll(actions);
    }

    @Test
    void everyReasonForNotBeingLetInHasAWord() {
        assertThat(words("causeWords"))
                .containsExactlyInAnyOrder(Stream.of(
                                AccountProblem.WRONG_PASSWORD,
                                AccountProblem.DISABLED,
                                AccountProblem.MUST_CHANGE,
                                AccountProblem.NOT_REVIEWED,
                                AccountProblem.REGISTRATION_SENT_BACK,
                                AccountProblem.NO_ROLE,
                                AccountProblem.WRONG_ROLE)
                        .map(AccountProblem::key)
                        .toArray(String[]::new));
    }

    /** The keys of one of the page's tables of words. */
    private static Set<String> words(String table) {
        String text = read(WORDS);
        int begin = text.indexOf("const " + table);
        assertThat(begin).as(table).isPositive();
        return matches(Pattern.compile("'([a-z_.-]+)': '"), text.substring(begin, text.indexOf("\n}", begin)));
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> found.addAll(matches(pattern, read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
