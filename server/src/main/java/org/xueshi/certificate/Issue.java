package org.xueshi.certificate;

import java.util.List;

/**
 * A certificate to be issued.
 *
 * @param holder the person's name as it is now
 * @param maskedDocument the masked ID number, for the drawing only
 * @param facts what is certified, in order
 * @param purpose what it is needed for
 * @param prefix what its number begins with
 * @param draft whether it is issued under rules that are not official yet: the drawing says so
 */
public record Issue(
        String scheme,
        long personId,
        int year,
        String title,
        String issuer,
        String holder,
        String maskedDocument,
        List<CertificateFact> facts,
        String purpose,
        String prefix,
        boolean draft) {

    public Issue {
        facts = List.copyOf(facts);
    }
}
