package org.xueshi.platform;

/**
 * A form that brings the answer to a challenge. Where such a form comes to a repeatable endpoint, the answer is checked before
 * anything else happens, and stays spent whatever becomes of the request.
 */
public interface Challenged {

    ChallengeAnswer challenge();
}
