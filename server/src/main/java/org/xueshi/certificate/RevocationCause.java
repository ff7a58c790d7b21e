package org.xueshi.certificate;

/** Why a certificate was revoked. */
public enum RevocationCause {

    /** A bureau said so: it is issued again only when a bureau says so. */
    DECISION,

    /** Hours it certified were taken back: it is issued again by itself when the year is passed anew. */
    REVERSAL,

    /** The pack of a year that is still open asks for more now: it is issued again by itself when the year is passed. */
    RULE
}
