package org.zoneregistry.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.note.VerifierKey;
import org.zoneregistry.ledger.Dataset;

class KeyFileTest {

    @TempDir
    Path ledger = Path.of("");

    private final SignerKey key = SignerKey.generate("registry.example/zones");
    private final String written = key.secret() + "\n" + key.verifier() + "\n";

    private static VerifierKey found(
            Optional<String> key, Optional<Path> file, Optional<String> origin, Optional<Path> ledger) {
        return new KeyOfThisNode(key, file, origin, ledger, Dataset.REFERENCE)
                .signer()
                .verifier()
                .orElseThrow();
    }

    private VerifierKey ofLedger() {
        return found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ledger));
    }

    @Test
    void beside_an_embedded_database_one_is_made_and_found_again() throws IOException {
        VerifierKey made = ofLedger();

        assertThat(made.name().name()).isEqualTo("zone-registry/reference");
        assertThat(ofLedger()).isEqualTo(made);
        Path file = ledger.resolve("audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ledger).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void a_configured_one_goes_before_that_of_the_ledger() throws IOException {
        ofLedger();
        Path file = ledger.resolve("mine");
        Files.writeString(file, written);

        assertThat(found(Optional.of(written), Optional.empty(), Optional.empty(), Optional.of(ledger)))
                .isEqualTo(key.verifier());
        assertThat(found(Optional.empty(), Optional.of(file), Optional.empty(), Optional.of(ledger)))
                .isEqualTo(key.verifier());
    }

    @Test
    void on_another_database_without_one_nothing_is_signed() {
        var signer = new KeyOfThisNode(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Dataset.REFERENCE)
                .signer();

        assertThat(signer.verifier()).isEmpty();
        assertThatThrownBy(() -> signer.sign("text\n")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_another_origin_is_refused_without_telling_the_secret() {
        assertThatThrownBy(() ->
                        found(Optional.of(written), Optional.empty(), Optional.of("other.example"), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("other.example")
                .hasMessageContaining("registry.example/zones")
                .hasMessageNotContaining(key.secret());
    }

    @Test
    void a_configured_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> found(
                        Optional.empty(), Optional.of(ledger.resolve("gone")), Optional.empty(), Optional.of(ledger)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("registry.audit.key-file");
    }

    @Test
    void a_secret_alone_is_refused() {
        assertThatThrownBy(() -> found(Optional.of(key.secret()), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining(key.secret());
    }
}
