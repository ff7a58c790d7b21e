package org.xueshi.policy;

/**
 * The certificate of a passed year.
 *
 * @param title 河南省专业技术人员继续教育证书
 * @param issuer who stands for it: 河南省人力资源和社会保障厅
 * @param automatic issued by itself when the year passes (S1 notice), or on request (S1 manual)
 * @param prefix what its numbers begin with
 * @param purpose what it is needed for, printed below
 */
public record CertificateRule(
        String title, String issuer, boolean automatic, String prefix, String purpose, Legal legal) {}
