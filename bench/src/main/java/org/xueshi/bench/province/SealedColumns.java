package org.xueshi.bench.province;

/** The places to which the server binds what it seals. */
final class SealedColumns {

    static final String DOCUMENT = "person.person.document_number";
    static final String PHONE = "person.person.phone";
    static final String EMAIL = "person.person.email";
    static final String LOGIN = "account.account.login";
    static final String ACCOUNT_PHONE = "account.account.phone";
    static final String ACCOUNT_EMAIL = "account.account.email";
    static final String CERTIFICATE_DOCUMENT = "certificate.certificate.document";

    private SealedColumns() {}
}
