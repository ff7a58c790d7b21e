package org.xueshi.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * The room a document keeps for its own signature: zeros as long as the signature may be, filled in when the document is written. The
 * library itself fills in signatures only of documents that it has read back, which costs about as much as drawing one.
 *
 * @param size how long the signature may be, in bytes
 */
record SignatureRoom(int size) {

    private static final byte[] RANGE = "/ByteRange [".getBytes(StandardCharsets.US_ASCII);

    /** Keeps room in a document that is not written yet. Write it without object streams, so that the room stands in the open. */
    void keepIn(PDDocument document, PDSignature signature) throws IOException {
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(size);
            document.addSignature(signature, options);
        }
        forbidChanges(document, signature);
    }

    /** Certifies the document: whoever adds a page or a note breaks it, another signature (a seal) may be added. */
    private static void forbidChanges(PDDocument document, PDSignature signature) {
        COSDictionary parameters = new COSDictionary();
        parameters.setName(COSName.TYPE, "TransformParams");
        parameters.setName(COSName.V, "1.2");
        parameters.setInt(COSName.P, 2);
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "SigRef");
        reference.setName("TransformMethod", "DocMDP");
        reference.setItem("TransformParams", parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem("DocMDP", signature);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PERMS, permissions);
    }

    /** Fills the room of a written document, in place: the signature is over everything around it. */
    void fill(byte[] document, DocumentSigner signer) throws IOException {
        byte[] zeros = ("<" + "0".repeat(2 * size) + ">").getBytes(StandardCharsets.US_ASCII);
        int from = find(zeros, document, 0);
        int to = from + zeros.length;
        int range = find(RANGE, document, 0) + RANGE.length;
        put("0 %010d %010d %010d".formatted(from, to, document.length - to), document, range);
        InputStream around = new SequenceInputStream(
                new ByteArrayInputStream(document, 0, from),
                new ByteArrayInputStream(document, to, document.length - to));
        byte[] signature = signer.sign(around);
        if (signature.length > size) {
            throw new IOException("A signature of " + signature.length + " bytes has no room in " + size);
        }
        put(HexFormat.of().withUpperCase().formatHex(signature), document, from + 1);
    }

    private static void put(String text, byte[] document, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, document, at, bytes.length);
    }

    private static int find(byte[] wanted, byte[] document, int from) throws IOException {
        for (int at = from; at <= document.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && document[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        throw new IOException("The document has no room for a signature");
    }
}
