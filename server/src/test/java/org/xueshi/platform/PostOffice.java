package org.xueshi.platform;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the mail of tests arrives: sends what was handed in, and hands out what came for an address. */
@Component
public class PostOffice {

    private final Mails mails;
    private final GreenMail box;

    PostOffice(Mails mails, GreenMail box) {
        this.mails = mails;
        this.box = box;
    }

    /** A mail that arrived. */
    public record Arrived(String subject, String text) {}

    /** Everything that has come for an address, oldest first. */
    public List<Arrived> of(String address) {
        Acting.run("send-mail", mails::sendWaiting);
        return Arrays.stream(box.getReceivedMessages())
                .filter(mail -> recipient(mail).equalsIgnoreCase(address))
                .map(PostOffice::read)
                .toList();
    }

    /** The same, once so many have come that were handed in by a listener a moment after the request. */
    public List<Arrived> await(String address, int count) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        List<Arrived> found = of(address);
        while (found.size() < count && System.nanoTime() < end) {
            Thread.sleep(100);
            found = of(address);
        }
        return found;
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arrived read(MimeMessage mail) {
        try {
            return new Arrived(mail.getSubject(), String.valueOf(mail.getContent()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
