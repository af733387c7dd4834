package org.zoneregistry.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of a key in signatures: a name that says who owns it, and four bytes that distinguish keys with the same
 * name.
 *
 * @param name without spaces and plus signs, such as {@code registry.example/zones}
 * @param id {@code SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)}, the first four bytes in hexadecimal digits; too short to
 *     trust a key by it
 */
public record KeyName(String name, String id) {

    /** The byte for Ed25519 in keys. */
    static final byte ED25519 = 1;

    static final int ID_BYTES = 4;

    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}+]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");

    /** @throws IllegalArgumentException if a signature can't contain it */
    public KeyName {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a key has no spaces and no plus sign, unlike \"" + name + "\".");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("The id of a key has eight hexadecimal digits, unlike \"" + id + "\".");
        }
    }

    /** The identity of a public key of 32 bytes. */
    static KeyName of(String name, byte[] publicKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            byte[] hash = digest.digest(publicKey);
            return new KeyName(name, HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES)));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }

    byte[] idBytes() {
        return HexFormat.of().parseHex(id);
    }
}
