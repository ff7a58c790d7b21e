package org.xueshi.review;

import java.util.List;

/**
 * A case to be opened, or submitted again.
 *
 * @param kind what is reviewed: {@code DECLARATION}
 * @param subjectId its id in its own module
 * @param title one line for lists
 * @param applicantPersonId whom it is about; never decides on it
 * @param chain the levels in order, at least one
 */
public record Opening(
        String kind, long subjectId, String title, long applicantPersonId, String applicantName, List<Level> chain) {

    public Opening {
        chain = List.copyOf(chain);
    }
}
