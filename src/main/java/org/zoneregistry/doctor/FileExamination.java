package org.zoneregistry.doctor;

import static org.zoneregistry.doctor.AccessExamination.text;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.zoneregistry.audit.checkpoint.KeyFile;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.postgres.DatabaseSettings;

/** Examines the data directory of an embedded database, and the key that signs checkpoints. */
final class FileExamination {

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
    private static final long MIB = 1 << 20;

    /** PostgreSQL keeps up to 2 GiB of its write-ahead log, and a rebuild needs room for a second set of tables. */
    private static final long TIGHT_MIB = 4096;

    private static final long TOO_LITTLE_MIB = 256;

    private final Config settings;
    private final Findings findings;

    FileExamination(Config settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void examine() {
        try {
            var database = new DatabaseSettings(name -> text(settings, name).orElse(null));
            Path ledger = database.ledger();
            boolean isEmbedded = database.ofYourServer().isEmpty();
            if (isEmbedded) {
                directory(ledger);
            }
            key(
                    isEmbedded ? Optional.of(ledger.resolve("audit.key")).filter(Files::exists) : Optional.empty(),
                    isEmbedded);
        } catch (ConfigurationException unusable) {
            findings.failed("settings", String.valueOf(unusable.getMessage()));
        } catch (IOException unreadable) {
            findings.failed("files", "can't be read: " + unreadable);
        }
    }

    private void directory(Path ledger) throws IOException {
        Path existing = ledger.toAbsolutePath().normalize();
        while (!Files.exists(existing)) {
            existing = existing.resolveSibling("..").normalize();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            findings.failed("data", existing + " can't be written: set REGISTRY_DATA_DIR to a directory that can");
            return;
        }
        long free = Files.getFileStore(existing).getUsableSpace() / MIB;
        String text = free + " MiB are free for " + ledger.toAbsolutePath().normalize();
        if (free < TOO_LITTLE_MIB) {
            findings.failed("data", text);
        } else if (free < TIGHT_MIB) {
            findings.warning("data", text + ": less than " + TIGHT_MIB);
        } else {
            findings.ok("data", text);
        }
    }

    private void key(Optional<Path> own, boolean isEmbedded) throws IOException {
        Optional<String> written = text(settings, "registry.audit.key");
        Optional<Path> file =
                text(settings, "registry.audit.key-file").map(Path::of).or(() -> own);
        if (written.isEmpty() && file.isEmpty()) {
            if (isEmbedded) {
                findings.ok("key", "a key for checkpoints will be generated at the first start");
            } else {
                findings.warning("key", "nothing is signed: set REGISTRY_AUDIT_KEY_FILE");
            }
            return;
        }
        try {
            SignerKey key = written.isPresent() ? KeyFile.parse(written.get()) : KeyFile.read(file.orElseThrow());
            named(key);
        } catch (IllegalArgumentException | IOException unusable) {
            findings.failed("key", "the key for checkpoints can't be used: " + unusable.getMessage());
        }
        if (written.isEmpty() && file.isPresent() && Files.exists(file.get())) {
            modes(file.get());
        }
    }

    private void named(SignerKey key) {
        String name = key.verifier().name().name();
        Optional<String> origin = text(settings, "registry.audit.origin");
        if (origin.isPresent() && !origin.get().equals(name)) {
            findings.failed("key", "its name is " + name + ", and REGISTRY_AUDIT_ORIGIN is " + origin.get());
        } else {
            findings.ok("key", "checkpoints are signed as " + name);
        }
    }

    private void modes(Path file) throws IOException {
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
        modes.retainAll(OF_OTHERS);
        if (modes.isEmpty()) {
            findings.ok("key", "other users can't read " + file);
        } else {
            findings.failed("key", "every user can read or write " + file + ": chmod 600");
        }
    }
}
