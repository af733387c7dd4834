package org.zoneregistry.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs notes: Ed25519 (RFC 8032). Its written form is a secret. */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;
    /** The bytes before the 32 bytes of a private Ed25519 key in PKCS 8 (RFC 8410, section 7). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final PrivateKey key;

    private SignerKey(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** A new key. */
    public static SignerKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(VerifierKey.ALGORITHM).generateKeyPair();
            return new SignerKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException missing) {
            throw new AssertionError("Java has Ed25519 since 15", missing);
        }
    }

    /**
     * Reads the form of {@link #secret} and of {@code note.GenerateKey} of golang.org/x/mod/sumdb/note:
     * {@code PRIVATE+KEY+<name>+<id>+<base64>}. That form doesn't contain the public key; the key's id shows whether
     * the given public key is right.
     *
     * @param verifier the public key
     * @throws IllegalArgumentException if it has another form, or belongs to another key; the message has no part of
     *     the secret
     */
    public static SignerKey parse(String text, VerifierKey verifier) {
        String expected =
                PREFIX + verifier.name().name() + "+" + verifier.name().id() + "+";
        if (!text.startsWith(expected)) {
            throw new IllegalArgumentException("The secret key is not that of "
                    + verifier.name().name() + "+" + verifier.name().id() + ".");
        }
        try {
            byte[] typed =
                    Base64.getDecoder().decode(text.substring(expected.length()).strip());
            if (typed.length != SEED_BYTES + 1 || typed[0] != KeyName.ED25519) {
                throw new IllegalArgumentException("The secret key is not one of Ed25519.");
            }
            byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + SEED_BYTES);
            System.arraycopy(typed, 1, encoded, PKCS8.length, SEED_BYTES);
            var key = KeyFactory.getInstance(VerifierKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var signer = new SignerKey(verifier, key);
            if (!verifier.verifies(PREFIX, signer.sign(PREFIX))) {
                throw new IllegalArgumentException("The secret key and the public key do not belong together.");
            }
            return signer;
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("The secret key is not one of Ed25519.", broken);
        }
    }

    /** The written form. Keep it secret: only its owner may read it. */
    public String secret() {
        byte[] encoded = key.getEncoded();
        byte[] typed = new byte[SEED_BYTES + 1];
        typed[0] = KeyName.ED25519;
        System.arraycopy(encoded, encoded.length - SEED_BYTES, typed, 1, SEED_BYTES);
        return PREFIX + verifier.name().name() + "+" + verifier.name().id() + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The public key. */
    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(VerifierKey.ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (SignatureException impossible) {
            throw new IllegalStateException(impossible);
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("The secret key can't be used.", broken);
        }
    }

    /** Does not contain the secret. */
    @Override
    public String toString() {
        return "the secret key of " + verifier;
    }
}
