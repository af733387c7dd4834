package org.zoneregistry.asof;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals cursors, so that this registry accepts only cursors that it has made. A cursor that a client made up is not
 * read, compared or sent to the database. A sealed cursor is the cursor's bytes and their HMAC-SHA256, cut to 128 bits,
 * in base64url. It is not secret.
 */
final class CursorSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;

    private final SecretKeySpec key;

    CursorSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sealed(Cursor cursor) {
        byte[] bytes = cursor.bytes();
        byte[] whole = ByteBuffer.allocate(bytes.length + SEAL_BYTES)
                .put(bytes)
                .put(seal(bytes))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * @throws IllegalArgumentException if the text is not a cursor sealed with this key; the message does not repeat
     *     the text
     */
    Cursor opened(String text) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw foreign();
        }
        if (whole.length < SEAL_BYTES) {
            throw foreign();
        }
        byte[] bytes = Arrays.copyOf(whole, whole.length - SEAL_BYTES);
        if (!MessageDigest.isEqual(seal(bytes), Arrays.copyOfRange(whole, bytes.length, whole.length))) {
            throw foreign();
        }
        return Cursor.of(bytes);
    }

    private byte[] seal(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(bytes), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalArgumentException foreign() {
        return new IllegalArgumentException("is not a cursor of this registry; take it from a Link header");
    }
}
