package org.zoneregistry.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public key that verifies notes: Ed25519 (RFC 8032). Equal by its written form. */
public final class VerifierKey {

    static final String ALGORITHM = "Ed25519";

    private static final int KEY_BYTES = 32;
    /** The bytes before the 32 bytes of an Ed25519 key in X.509 (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final KeyName name;
    private final byte[] bytes;
    private final PublicKey key;

    private VerifierKey(KeyName name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
            System.arraycopy(bytes, 0, encoded, X509.length, KEY_BYTES);
            this.key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("These are not the bytes of an Ed25519 key.", broken);
        }
    }

    /** Converts a key of Java. */
    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] bytes = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        return new VerifierKey(KeyName.of(name, bytes), bytes);
    }

    /**
     * Reads {@code <name>+<id>+<base64>}.
     *
     * @throws IllegalArgumentException if it isn't the form of an Ed25519 key, or the id is wrong for the key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != KEY_BYTES + 1 || typed[0] != KeyName.ED25519) {
            throw new IllegalArgumentException("must be an Ed25519 key as <name>+<id>+<base64>");
        }
        byte[] bytes = Arrays.copyOfRange(typed, 1, typed.length);
        KeyName name = KeyName.of(parts[0], bytes);
        if (!name.id().equals(parts[1])) {
            throw new IllegalArgumentException("has the id " + parts[1] + ", but the key's is " + name.id());
        }
        return new VerifierKey(name, bytes);
    }

    /** Its name and id. */
    public KeyName name() {
        return name;
    }

    /** Whether the signature was made by this key for exactly this text. */
    boolean verifies(String text, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(text.getBytes(StandardCharsets.UTF_8));
            return verification.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** {@code <name>+<id>+<base64>}. */
    @Override
    public String toString() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = KeyName.ED25519;
        System.arraycopy(bytes, 0, typed, 1, KEY_BYTES);
        return name.name() + "+" + name.id() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
