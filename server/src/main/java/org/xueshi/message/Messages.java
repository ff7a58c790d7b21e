package org.xueshi.message;

import static org.xueshi.message.db.Tables.MESSAGE;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.message.db.tables.records.MessageRecord;
import org.xueshi.person.People;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Mail;
import org.xueshi.platform.Mails;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Refused;

/** Puts messages into people's boxes, and mails what should not wait for the next login. */
@Service
public class Messages {

    private final DSLContext database;
    private final People people;
    private final Mails mails;
    private final Clock clock;

    Messages(DSLContext database, People people, Mails mails, Clock clock) {
        this.database = database;
        this.people = people;
        this.mails = mails;
        this.clock = clock;
    }

    /** Tells somebody something, in the transaction of what it tells of. @param link a page of the platform */
    @Transactional
    public void tell(long personId, String title, String body, @Nullable String link) {
        database.insertInto(MESSAGE)
                .set(MESSAGE.PERSON_ID, personId)
                .set(MESSAGE.TITLE, title)
                .set(MESSAGE.BODY, body)
                .set(MESSAGE.LINK, link)
                .set(MESSAGE.SENT_AT, clock.instant())
                .execute();
    }

    /** The same, and by mail as well. */
    @Transactional
    public void tellAndMail(long personId, String title, String body, @Nullable String link) {
        tell(personId, title, body, link);
        people.find(personId)
                .ifPresent(person -> mails.handIn(
                        new Mail(person.contact().email(), title, "您好，%s：\n\n%s".formatted(person.name(), body))));
    }

    @Transactional(readOnly = true)
    Page<Message> box(long personId, PageQuery page) {
        List<Message> items = database.selectFrom(MESSAGE)
                .where(MESSAGE.PERSON_ID.eq(personId))
                .orderBy(MESSAGE.ID.desc())
                .limit(page.limit())
                .offset(page.offset())
                .fetch(Messages::toMessage);
        int counted = database.fetchCount(database.selectOne()
                .from(MESSAGE)
                .where(MESSAGE.PERSON_ID.eq(personId))
                .limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    @Transactional(readOnly = true)
    int unread(long personId) {
        return database.fetchCount(database.selectOne()
                .from(MESSAGE)
                .where(MESSAGE.PERSON_ID.eq(personId), MESSAGE.READ_AT.isNull())
                .limit(100));
    }

    @Transactional
    Message open(long personId, long id) {
        MessageRecord row = database.selectFrom(MESSAGE)
                .where(MESSAGE.ID.eq(id), MESSAGE.PERSON_ID.eq(personId))
                .fetchOptional()
                .orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
        if (row.getReadAt() == null) {
            row.setReadAt(clock.instant());
            row.update();
        }
        return toMessage(row);
    }

    private static Message toMessage(MessageRecord row) {
        return new Message(row.getId(), row.getTitle(), row.getBody(), row.getLink(), row.getSentAt(), row.getReadAt());
    }
}
