package org.xueshi.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds what a mail has to say among its parts. */
final class MailText {

    private MailText() {}

    /** The text with lines that end in {@code \n}; of a mail that nobody can take apart, all that came after its head. */
    static String of(MimeMessage mail) throws MessagingException {
        return text(mail).replace("\r\n", "\n").stripTrailing();
    }

    private static String text(MimeMessage mail) throws MessagingException {
        try {
            Optional<String> plain = first(mail, "text/plain");
            return (plain.isPresent() ? plain : first(mail, "text/html")).orElse("");
        } catch (MessagingException | IOException e) {
            return raw(mail);
        }
    }

    private static String raw(MimeMessage mail) throws MessagingException {
        try (InputStream body = mail.getRawInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MessagingException("A mail in memory cannot be read", e);
        }
    }

    private static Optional<String> first(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        if (part.isMimeType(type)) {
            return Optional.of(decoded(part));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = first(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
