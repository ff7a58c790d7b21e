package org.xueshi.certificate;

/** One line of what a certificate says: 公需科目, 30 学时. */
public record CertificateFact(String label, String value) {}
