package org.xueshi.sandbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An SMTP server on loopback that takes every mail to everybody, whoever sends it and with whatever password. Only the empty
 * sender of a bounce it does not know.
 */
final class MailServer implements AutoCloseable {

    private static final long PATIENCE_MS = 5_000;

    private final SmtpServer server;

    /** @param port 0 for any that is free */
    MailServer(int port, Mailbox mailbox) throws InterruptedException {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        this.server = new SmtpServer(new ServerSetup(port, loopback, ServerSetup.PROTOCOL_SMTP), new Post(mailbox));
        // a port that is taken ends the server's thread; the caller is told below
        server.setUncaughtExceptionHandler((thread, failure) -> {});
        server.startService();
        if (!server.waitTillRunning(PATIENCE_MS)) {
            server.stopService();
            throw new IllegalStateException("No mail server on port " + port + ": is it taken?");
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stopService();
    }

    /** What the server asks for its parts; only how mail is delivered is ours. */
    private static final class Post extends Managers {

        private final SmtpManager smtp;

        Post(Mailbox mailbox) {
            this.smtp = new SmtpManager(getImapHostManager(), new Everybody(getImapHostManager(), mailbox));
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }

    /** All users at once: every password is right, and what is delivered to anyone lands in the one mailbox. */
    private static final class Everybody extends UserManager {

        private final Mailbox mailbox;

        Everybody(ImapHostManager hosts, Mailbox mailbox) {
            super(hosts);
            this.mailbox = mailbox;
        }

        @Override
        public boolean test(String user, String password) {
            return true;
        }

        @Override
        public void deliver(MovingMessage moving, MailAddress recipient) throws MessagingException {
            MimeMessage message = moving.getMessage();
            mailbox.put(
                    recipient.getEmail(),
                    sender(moving),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    MailText.of(message),
                    Instant.now());
        }

        private static String sender(MovingMessage moving) throws MessagingException {
            String envelope = Optional.ofNullable(moving.getReturnPath())
                    .map(MailAddress::getEmail)
                    .orElse("");
            try {
                Address[] from = moving.getMessage().getFrom();
                return from == null
                        ? envelope
                        : Stream.of(from).map(Everybody::readable).collect(Collectors.joining(", "));
            } catch (AddressException e) {
                return envelope;
            }
        }

        private static String readable(Address from) {
            return from instanceof InternetAddress named && named.getPersonal() != null
                    ? named.getPersonal() + " <" + named.getAddress() + ">"
                    : from.toString();
        }
    }
}
