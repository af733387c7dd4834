package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.audit.note.VerifierKey;
import org.zoneregistry.process.DurableFile;

/**
 * The last checkpoint that this node has signed or issued, in memory and in a file outside the database. With it, the
 * node detects that a database went back to an earlier time together with its checkpoints. If the database no longer
 * has the checkpoint, it is listed again, and is binding as before.
 *
 * <p>Guaranteed: this node stores its checkpoint before any client can read it. A checkpoint that was read from the
 * file is replaced only after the log was {@linkplain #compared compared} with it, and then only by a larger one. One
 * that the operator gave up is replaced by any of another origin; its file stays, with its size added to the name. Not
 * guaranteed: that the file has it if the file can't be written; this is only logged.
 *
 * <p>The file: the verifier key, a line feed, and the signed note.
 */
public final class LastCheckpoint {

    private static final Logger LOG = Logger.getLogger(LastCheckpoint.class);

    private final Optional<Path> file;
    private volatile @Nullable IssuedCheckpoint kept; // written under the lock
    private volatile boolean isRead; // written under the lock
    private volatile boolean isCompared;
    private volatile boolean isGivenUp;

    /** Stores the checkpoint in a file; without a file, only in memory. */
    public LastCheckpoint(Optional<Path> file) {
        this.file = file;
    }

    /**
     * The stored checkpoint; empty if there is none yet. The first call reads the file, and so blocks.
     *
     * @throws IllegalStateException if the content of the file is not a checkpoint
     */
    public Optional<IssuedCheckpoint> find() {
        if (!isRead) {
            readOnce();
        }
        return Optional.ofNullable(kept);
    }

    private synchronized void readOnce() {
        if (!isRead) {
            kept = read().orElse(null);
            isCompared = kept == null;
            isRead = true;
        }
    }

    /** Lists it in the database, unless it is listed; part of the connection's transaction. */
    public Uni<Void> list(SqlClient connection) {
        return Uni.createFrom()
                .item(this::find)
                .chain(found -> found.map(last -> list(connection, last))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> list(SqlClient connection, IssuedCheckpoint last) {
        return CheckpointTable.find(connection, last).chain(listed -> {
            if (listed.isPresent()) {
                isGivenUp = listed.get().lostAt() != null;
                return Uni.createFrom().voidItem();
            }
            LOG.warnf("The database has lost the signed checkpoint over %d events; it is listed again.", last.size());
            isGivenUp = false;
            isCompared = false;
            return CheckpointTable.insert(connection, last);
        });
    }

    /** The checkpoint, if it is binding, and the log has yet to be compared with it; known after {@link #list}. */
    public Optional<IssuedCheckpoint> uncompared() {
        return find().filter(own -> !isCompared && !isGivenUp);
    }

    /** The log has the checkpoint's root. */
    public void compared() {
        isCompared = true;
    }

    /** Whether {@link #keep} would store this one, or is still storing it. */
    public boolean wants(IssuedCheckpoint checkpoint) {
        IssuedCheckpoint own = find().orElse(null);
        if (own == null) {
            return true;
        }
        return isGivenUp
                ? !own.key().name().equals(checkpoint.key().name())
                : isCompared && own.size() < checkpoint.size();
    }

    /** Stores another checkpoint, if {@link #wants} says so. Blocks. */
    public synchronized void keep(IssuedCheckpoint checkpoint) {
        if (!wants(checkpoint)) {
            return;
        }
        file.ifPresent(path -> {
            try {
                if (isGivenUp && kept != null) {
                    Files.copy(
                            path,
                            path.resolveSibling(path.getFileName() + "." + kept.size()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
                DurableFile.write(path, checkpoint.key() + "\n" + checkpoint.note());
            } catch (IOException failed) {
                LOG.warnf("The last checkpoint could not be kept in %s: %s", path, failed);
            }
        });
        kept = checkpoint;
        isGivenUp = false;
        isCompared = true;
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
}
