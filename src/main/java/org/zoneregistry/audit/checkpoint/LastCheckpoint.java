package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.audit.note.VerifierKey;

/**
 * The last checkpoint that this node has signed or given out, kept in memory and in a file outside the database: so
 * that a database that goes back to an earlier time, with its checkpoints, is found out. What such a database no longer
 * knows to have been signed is listed in it again, and binds as before.
 *
 * <p>Guaranteed: what this node signs is kept before it can be read by anybody; a smaller checkpoint, or another of the
 * same size, never takes its place. Not guaranteed: that the file has it where it can't be written; that is logged and
 * nothing else.
 *
 * <p>The file: the verifier key, a line feed, and the signed note.
 */
public final class LastCheckpoint {

    private static final Logger LOG = Logger.getLogger(LastCheckpoint.class);

    private final Optional<Path> file;
    private @Nullable IssuedCheckpoint kept; // guarded by this
    private boolean isRead; // guarded by this

    /** Kept in a file, or in memory alone. */
    public LastCheckpoint(Optional<Path> file) {
        this.file = file;
    }

    /**
     * The one that is kept; empty where there was none yet. Reads the file the first time, and so blocks.
     *
     * @throws IllegalStateException where the file has something else than a checkpoint
     */
    public synchronized Optional<IssuedCheckpoint> find() {
        if (!isRead) {
            kept = read().orElse(null);
            isRead = true;
        }
        return Optional.ofNullable(kept);
    }

    /** Lists it in the database, unless that knows it; part of the connection's transaction. */
    public Uni<Void> list(SqlClient connection) {
        return Uni.createFrom()
                .item(this::find)
                .chain(found -> found.map(last -> list(connection, last))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Void> list(SqlClient connection, IssuedCheckpoint last) {
        return CheckpointTable.knows(connection, last).chain(known -> {
            if (known) {
                return Uni.createFrom().voidItem();
            }
            LOG.warnf(
                    "The database doesn't know the checkpoint over %d events that was signed; it is listed again.",
                    last.size());
            return CheckpointTable.insert(connection, last);
        });
    }

    /** Whether {@link #keep} would take this one. */
    public synchronized boolean wants(IssuedCheckpoint checkpoint) {
        return find().map(last -> last.size() < checkpoint.size()).orElse(true);
    }

    /** Keeps another one, if it is larger. Blocks. */
    public synchronized void keep(IssuedCheckpoint checkpoint) {
        if (!wants(checkpoint)) {
            return;
        }
        kept = checkpoint;
        file.ifPresent(path -> {
            try {
                write(path, checkpoint.key() + "\n" + checkpoint.note());
            } catch (IOException failed) {
                LOG.warnf("The last checkpoint could not be kept in %s: %s", path, failed);
            }
        });
    }

    private Optional<IssuedCheckpoint> read() {
        try {
            if (file.isEmpty() || !Files.exists(file.get())) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file.get()).split("\n", 2);
            VerifierKey key = VerifierKey.parse(parts[0]);
            SignedNote note = SignedNote.parse(parts.length < 2 ? "" : parts[1]);
            if (!note.isSignedBy(key)) {
                throw new IllegalArgumentException("its signature doesn't verify");
            }
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return Optional.of(new IssuedCheckpoint(
                    checkpoint.size(), checkpoint.root(), note.toString(), Instant.EPOCH, key, null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(file.orElseThrow() + " has no checkpoint: " + unreadable.getMessage());
        }
    }

    private static void write(Path path, String text) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
