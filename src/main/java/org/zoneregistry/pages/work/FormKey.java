package org.zoneregistry.pages.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The idempotency key of what a form sends. The same form that is sent again is carried out once. A form that somebody
 * went back to and changed is another request.
 */
final class FormKey {

    private FormKey() {}

    /**
     * The hash of a form.
     *
     * @param key of the form; each form has its own
     * @param content of the form
     */
    static String of(String key, byte[] content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key.getBytes(StandardCharsets.US_ASCII));
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }
}
