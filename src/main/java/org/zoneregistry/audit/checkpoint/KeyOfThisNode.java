package org.zoneregistry.audit.checkpoint;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.postgres.DatabaseConfigSourceFactory;

/**
 * Finds the key of this node: the configured key, or the key in the configured file. For an embedded database a key is
 * made at the first start. Otherwise nothing is signed without a configured key, because all nodes of a database must
 * have the same key.
 */
@Singleton
public final class KeyOfThisNode {

    private static final Logger LOG = Logger.getLogger(KeyOfThisNode.class);
    private static final String FILE = "audit.key";

    private final Optional<String> key;
    private final Optional<Path> file;
    private final Optional<String> origin;
    private final Optional<Path> ledger;
    private final Dataset dataset;

    KeyOfThisNode(
            @ConfigProperty(name = "registry.audit.key") Optional<String> key,
            @ConfigProperty(name = "registry.audit.key-file") Optional<Path> file,
            @ConfigProperty(name = "registry.audit.origin") Optional<String> origin,
            @ConfigProperty(name = DatabaseConfigSourceFactory.LEDGER_DIRECTORY) Optional<Path> ledger,
            Dataset dataset) {
        this.key = key;
        this.file = file;
        this.origin = origin;
        this.ledger = ledger;
        this.dataset = dataset;
    }

    @Produces
    @Singleton
    CheckpointSigner signer() {
        try {
            return new CheckpointSigner(find());
        } catch (IllegalArgumentException | IOException unusable) {
            throw new ConfigurationException(
                    "The key to sign checkpoints with (registry.audit.key or registry.audit.key-file) can't be used: "
                            + unusable.getMessage());
        }
    }

    private Optional<SignerKey> find() throws IOException {
        if (key.isPresent()) {
            return Optional.of(named(KeyFile.parse(key.get())));
        }
        if (file.isPresent()) {
            return Optional.of(named(KeyFile.read(file.get())));
        }
        if (ledger.isEmpty()) {
            LOG.warn("No checkpoints of the log are signed by this node: neither registry.audit.key nor"
                    + " registry.audit.key-file is set. Set one of them to the key of this registry.");
            return Optional.empty();
        }
        Path own = ledger.get().resolve(FILE);
        return Optional.of(
                Files.exists(own)
                        ? named(KeyFile.read(own))
                        : KeyFile.make(own, origin.orElse("zone-registry/" + dataset.wireName())));
    }

    /** The key's name is the origin of its checkpoints. */
    private SignerKey named(SignerKey found) {
        String name = found.verifier().name().name();
        if (origin.isPresent() && !origin.get().equals(name)) {
            throw new IllegalArgumentException("its name is " + name + ", and registry.audit.origin is " + origin.get()
                    + ". Use a key with that name.");
        }
        return found;
    }
}
