package org.xueshi.certificate;

import java.io.IOException;
import java.io.InputStream;

/**
 * Signs documents. RSA with a key of our own today; an SM2 key or a hardware module fits behind the same two methods.
 */
interface DocumentSigner {

    /** A detached CMS signature (PAdES: ETSI.CAdES.detached) over a document's bytes. */
    byte[] sign(InputStream content) throws IOException;

    /** The signing certificate in PEM, for whoever wants to check with tools of his own. */
    String certificatePem();
}
