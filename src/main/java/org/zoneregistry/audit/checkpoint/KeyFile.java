package org.zoneregistry.audit.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.note.VerifierKey;
import org.zoneregistry.process.DurableFile;

/** The written form of a signing key: the secret key and the verifier key, separated by white space. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Reads a key's written form.
     *
     * @throws IllegalArgumentException if it isn't one; the message has no part of the secret
     */
    public static SignerKey parse(String written) {
        String[] parts = written.strip().split("\\s+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "A signing key is written as PRIVATE+KEY+<name>+<id>+<base64>, white space, and"
                            + " <name>+<id>+<base64>.");
        }
        return SignerKey.parse(parts[0], VerifierKey.parse(parts[1]));
    }

    /** Reads a file. */
    public static SignerKey read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Writes a new key to a file that only its owner can read. The file is complete or missing. */
    static SignerKey make(Path file, String name) throws IOException {
        SignerKey key = SignerKey.generate(name);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        DurableFile.write(file, key.secret() + "\n" + key.verifier() + "\n", owner);
        return key;
    }
}
