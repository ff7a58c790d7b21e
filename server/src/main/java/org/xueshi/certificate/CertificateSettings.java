package org.xueshi.certificate;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How certificates are signed, and where they are verified.
 *
 * @param signerName whom the signing certificate names; read when the key is made, once
 * @param keystore the file of the signing key, the same on every node; without one it is made at the first start
 * @param address where people reach the platform: the QR leads below it
 */
@ConfigurationProperties("xueshi.certificate")
record CertificateSettings(
        @DefaultValue("学时平台") String signerName,
        @DefaultValue("data/secrets/certificate.p12") Path keystore,
        @DefaultValue("http://localhost:8080") String address) {

    CertificateSettings {
        address = address.replaceFirst("/+$", "");
    }

    /** Where a number can be typed in. */
    String verificationAddress() {
        return address + "/verify";
    }

    /** What the QR says. */
    String verificationAddress(Certificate certificate) {
        return verificationAddress() + "/" + certificate.code();
    }
}
