package org.zoneregistry.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignerKey;

class LastCheckpointTest {

    private static final SignerKey KEY = SignerKey.generate("registry.example/zones");
    private static final Hash ROOT = Hash.ofLeaf(new byte[0]);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private static IssuedCheckpoint checkpoint(long size) {
        String note = new Checkpoint("registry.example/zones", size, ROOT)
                .sign(List.of(KEY))
                .toString();
        return new IssuedCheckpoint(size, ROOT, note, Instant.EPOCH, KEY.verifier(), null);
    }

    @Test
    void the_latest_is_kept_whichever_comes_last() throws Exception {
        Path file = directory.resolve("audit.checkpoint");
        var last = new LastCheckpoint(Optional.of(file));
        last.keep(checkpoint(20));
        last.keep(checkpoint(10));
        assertThat(Files.readString(file))
                .isEqualTo(KEY.verifier() + "\n" + checkpoint(20).note());
        last.keep(checkpoint(30));
        assertThat(Files.readString(file))
                .isEqualTo(KEY.verifier() + "\n" + checkpoint(30).note());
        assertThat(file.resolveSibling("audit.checkpoint.new")).doesNotExist();
    }

    @Test
    void what_cannot_be_written_is_no_failure() {
        new LastCheckpoint(Optional.of(directory.resolve("not/there"))).keep(checkpoint(10));
        assertThat(directory).isEmptyDirectory();
    }
}
