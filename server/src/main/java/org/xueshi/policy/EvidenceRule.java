package org.xueshi.policy;

import java.util.List;

/**
 * What a learning form asks to be proved, and how.
 *
 * @param slots the kinds of proof
 * @param most files in all (S3: 最多能上传5个图片附件)
 * @param megabytes the largest file
 * @param hint the sentence beside the upload
 */
public record EvidenceRule(List<EvidenceSlot> slots, int most, int megabytes, String hint, Legal legal) {

    public EvidenceRule {
        slots = List.copyOf(slots);
    }
}
