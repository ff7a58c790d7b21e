package org.xueshi.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everybody's mail, newest first; the oldest goes when there is no room. */
final class Mailbox {

    private static final int ROOM = 1000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private long last;

    synchronized Mail put(String to, String from, String subject, String text, Instant receivedAt) {
        Mail mail = new Mail(++last, to, from, subject, text, receivedAt);
        mails.addFirst(mail);
        if (mails.size() > ROOM) {
            mails.removeLast();
        }
        return mail;
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** The mails to exactly this address. */
    List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** The mails to every address that contains {@code part}. */
    List<Mail> toAddressesLike(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    Optional<Mail> find(long id) {
        return all().stream().filter(mail -> mail.id() == id).findAny();
    }

    synchronized void clear() {
        mails.clear();
    }
}
