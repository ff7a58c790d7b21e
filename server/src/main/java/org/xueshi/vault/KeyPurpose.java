package org.xueshi.vault;

/** What a key may be used for; one key never serves two purposes. */
public enum KeyPurpose {
    /** Encrypts personal fields and stored answers. */
    FIELD,
    /** Keyed hashes by which encrypted values are found. Lost secrecy means every ID number can be guessed. */
    INDEX,
    /** Mixed into password hashes, so that a stolen database alone cannot be attacked. */
    PEPPER,
    /** Signs session and device cookies. */
    SESSION,
    /** Signs short-lived tokens and challenges. */
    TOKEN,
    /** Opens the keystore that holds the certificate signing key. */
    KEYSTORE
}
