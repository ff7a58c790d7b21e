package org.xueshi.review;

import java.time.Instant;

/** A case that waits for the caller's organization. */
record InboxRow(
        String kind,
        long subjectId,
        String title,
        String applicantName,
        String levelName,
        int round,
        Instant waitingSince) {}
