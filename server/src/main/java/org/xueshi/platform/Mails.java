package org.xueshi.platform;

import static org.xueshi.platform.db.Tables.MAIL;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.platform.db.tables.records.MailRecord;
import org.xueshi.vault.Vault;

/**
 * Outgoing mail. Handed in within the transaction of what it tells of, sent afterwards by a job, tried again with growing pauses,
 * twelve times within about eight hours. A mail may be sent twice when the process dies between the server's yes and ours.
 */
@Service
public class Mails {

    private static final Logger log = LoggerFactory.getLogger(Mails.class);
    private static final int MOST_ATTEMPTS = 12;
    private static final String RECIPIENT = "platform.mail.recipient";
    private static final String BODY = "platform.mail.body";

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final JavaMailSender sender;
    private final Vault vault;
    private final Clock clock;
    private final String from;

    Mails(
            DSLContext database,
            TransactionTemplate transaction,
            JavaMailSender sender,
            Vault vault,
            Clock clock,
            @Value("${xueshi.mail.from}") String from) {
        this.database = database;
        this.transaction = transaction;
        this.sender = sender;
        this.vault = vault;
        this.clock = clock;
        this.from = from;
    }

    @Transactional
    public void handIn(Mail mail) {
        long id = Ids.next(database, MAIL);
        Instant now = clock.instant();
        database.insertInto(MAIL)
                .set(MAIL.ID, id)
                .set(MAIL.RECIPIENT, vault.seal(RECIPIENT, id, mail.recipient()))
                .set(MAIL.SUBJECT, mail.subject())
                .set(MAIL.BODY, vault.seal(BODY, id, mail.body()))
                .set(MAIL.STATUS, "WAITING")
                .set(MAIL.NEXT_TRY_AT, now)
                .set(MAIL.HANDED_IN_AT, now)
                .execute();
    }

    /** Sends what waits; called by a job on every node, each mail by one of them. Returns how many were sent. */
    int sendWaiting() {
        int sent = 0;
        while (true) {
            List<MailRecord> batch = claim();
            if (batch.isEmpty()) {
                return sent;
            }
            for (MailRecord mail : batch) {
                sent += send(mail) ? 1 : 0;
            }
        }
    }

    /** Takes a batch off the queue by moving its next try ahead: no transaction is open while the mail server is spoken to. */
    private List<MailRecord> claim() {
        Instant now = clock.instant();
        return transaction.execute(status -> {
            var due = database.select(MAIL.ID)
                    .from(MAIL)
                    .where(MAIL.STATUS.eq("WAITING"), MAIL.NEXT_TRY_AT.le(now))
                    .orderBy(MAIL.NEXT_TRY_AT)
                    .limit(20)
                    .forUpdate()
                    .skipLocked();
            return database.update(MAIL)
                    .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                    .set(MAIL.NEXT_TRY_AT, now.plus(Duration.ofMinutes(5)))
                    .where(MAIL.ID.in(due))
                    .returning()
                    .fetch();
        });
    }

    private boolean send(MailRecord mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(vault.open(RECIPIENT, mail.getId(), mail.getRecipient()));
        message.setSubject(mail.getSubject());
        message.setText(vault.open(BODY, mail.getId(), mail.getBody()));
        try {
            sender.send(message);
            database.update(MAIL)
                    .set(MAIL.STATUS, "SENT")
                    .set(MAIL.SENT_AT, clock.instant())
                    .where(MAIL.ID.eq(mail.getId()))
                    .execute();
            return true;
        } catch (MailException e) {
            boolean last = mail.getAttempts() >= MOST_ATTEMPTS;
            log.warn("Mail {} was not taken at attempt {}: {}", mail.getId(), mail.getAttempts(), cause(e));
            database.update(MAIL)
                    .set(MAIL.STATUS, last ? "GIVEN_UP" : "WAITING")
                    .set(MAIL.NEXT_TRY_AT, clock.instant().plus(pauseAfter(mail.getAttempts())))
                    .set(MAIL.ERROR, e.getClass().getSimpleName())
                    .where(MAIL.ID.eq(mail.getId()))
                    .execute();
            return false;
        }
    }

    /** How it stands with what was handed in: what was given up is otherwise told to the log alone. */
    @Transactional(readOnly = true)
    MailStanding standing() {
        Optional<MailRecord> last = database.selectFrom(MAIL)
                .where(MAIL.STATUS.eq("GIVEN_UP"))
                .orderBy(MAIL.ID.desc())
                .limit(1)
                .fetchOptional();
        Instant oldest = database.select(DSL.min(MAIL.HANDED_IN_AT))
                .from(MAIL)
                .where(MAIL.STATUS.eq("WAITING"))
                .fetchSingle()
                .value1();
        return new MailStanding(
                count("WAITING"),
                oldest,
                count("GIVEN_UP"),
                last.map(MailRecord::getHandedInAt).orElse(null),
                last.map(MailRecord::getError).orElse(null));
    }

    int count(String status) {
        return database.fetchCount(MAIL, MAIL.STATUS.eq(status));
    }

    /** The kind of failure alone: the mail server's words may repeat the address. */
    private static String cause(MailException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed).getClass().getSimpleName();
    }

    private static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(10L << Math.min(attempts, 10));
    }
}
