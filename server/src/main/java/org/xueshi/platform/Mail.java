package org.xueshi.platform;

/**
 * One message to one address.
 *
 * @param recipient the e-mail address
 * @param subject never personal: it is stored and logged in clear
 * @param body plain text
 */
public record Mail(String recipient, String subject, String body) {

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
