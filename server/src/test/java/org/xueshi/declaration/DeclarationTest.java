package org.xueshi.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xueshi.platform.Refused;
import org.xueshi.policy.FormValues;
import org.xueshi.policy.Hours;

class DeclarationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Claim CLAIM = new Claim(
            "henan-zyjs",
            1,
            2026,
            "PROFESSIONAL",
            "F01_BASE",
            new FormValues(Map.of("className", "研修班")),
            Hours.of(24),
            List.of());

    private static Declaration draft() {
        return new Filled(CLAIM, "研修班", null, null, null).draft(7, 1, 2, null, NOW);
    }

    private static Declaration submitted() {
        return draft().submitted(2, NOW);
    }

    @Test
    void aDraftIsSubmittedAndKeepsTheEmployerOfThatDay() {
        Declaration submitted = draft().submitted(9, NOW);
        assertThat(submitted.status()).isEqualTo(DeclarationStatus.SUBMITTED);
        assertThat(submitted.employerId()).isEqualTo(9);
        assertThat(submitted.submittedAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsSubmittedCanNeitherBeEditedNorDeleted() {
        assertWrongState(() -> submitted().edited(new Filled(CLAIM, "改", null, null, null)));
        assertWrongState(() -> submitted().deleted());
        assertWrongState(() -> submitted().submitted(2, NOW));
    }

    @Test
    void whatIsWithdrawnIsADraftAgain() {
        assertThat(submitted().withdrawn().status()).isEqualTo(DeclarationStatus.DRAFT);
        assertWrongState(() -> draft().withdrawn());
    }

    @Test
    void aLevelsOpinionIsWhatTheNextLevelFinds() {
        assertThat(submitted().proposedHours()).isEqualTo(Hours.of(24));
        assertThat(submitted().reviewedAs(Hours.of(20)).proposedHours()).isEqualTo(Hours.of(20));
    }

    @Test
    void whatIsAcceptedIsRecognisedAndDoesNotChangeAnyMore() {
        Declaration accepted = submitted().accepted(Hours.of(20), NOW);
        assertThat(accepted.recognised()).isEqualTo(Hours.of(20));
        assertThat(accepted.claim().hours()).isEqualTo(Hours.of(24));
        assertWrongState(() -> accepted.withdrawn());
        assertWrongState(() -> accepted.sentBack(NOW));
        assertWrongState(() -> accepted.accepted(Hours.of(24), NOW));
        assertWrongState(() -> accepted.deleted());
    }

    @Test
    void whatIsSentBackLosesTheReviewersHoursAndCanBeHandedInAgain() {
        Declaration back = submitted().reviewedAs(Hours.of(20)).sentBack(NOW);
        assertThat(back.isEditable()).isTrue();
        assertThat(back.submitted(2, NOW).proposedHours()).isEqualTo(Hours.of(24));
    }

    @Test
    void aStalePageIsRefused() {
        assertThatThrownBy(() -> draft().demandVersion(3))
                .isInstanceOf(Refused.class)
                .hasMessage("platform.stale");
    }

    private static void assertWrongState(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(Refused.class).hasMessage("declaration.wrong-state");
    }
}
