package org.zoneregistry.postgres;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.zoneregistry.process.DurableFile;

/**
 * The certificate of an embedded server, and its key. Clients trust this one alone, so a process that takes the port of
 * a server that was killed gets no password. The JDK has no public way to make a certificate; this one has only what is
 * required (RFC 5280, 4.1), and never changes.
 */
final class ServerCertificate {

    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;

    private static final byte[] VERSION_3_SERIAL_1 = HexFormat.of().parseHex("a003020102020101");
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final byte[] SINCE_2026_FOR_EVER =
            der(SEQUENCE, der(0x17, ascii("260101000000Z")), der(0x18, ascii("99991231235959Z")));

    private ServerCertificate() {}

    /** Makes both files where the certificate is missing. */
    static void ensure(Path certificate, Path key) throws IOException {
        if (Files.exists(certificate)) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            DurableFile.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), Directories.OWNER_ONLY);
            DurableFile.write(certificate, pem("CERTIFICATE", selfSigned(pair)), Directories.OWNER_ONLY);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has these algorithms", missing);
        }
    }

    private static byte[] selfSigned(KeyPair pair) throws GeneralSecurityException {
        byte[] name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, ascii("zone-registry")))));
        byte[] signed = der(
                SEQUENCE,
                VERSION_3_SERIAL_1,
                ECDSA_WITH_SHA256,
                name,
                SINCE_2026_FOR_EVER,
                name,
                pair.getPublic().getEncoded());
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(signed);
        return der(SEQUENCE, signed, ECDSA_WITH_SHA256, der(BIT_STRING, new byte[1], signature.sign()));
    }

    /** An element with its tag and its length (X.690, 8.1). */
    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        var element = new ByteArrayOutputStream();
        element.write(tag);
        if (length > 0xff) {
            element.write(0x82);
            element.write(length >> 8);
        } else if (length > 0x7f) {
            element.write(0x81);
        }
        element.write(length);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, ascii("\n")).encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }
}
