package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.log.LostEvent;

/**
 * Stops appends on all nodes, permanently. It adds a row and a trigger; an operator removes them with
 * {@code resume_log()}.
 */
public final class LogHalt {

    private static final String FIND = "select checkpoint_size, signed_root, found_root, log_size from audit_halt"
            + " where checkpoint_size is not null";

    /** Where the log is shorter than a checkpoint, the events after its end are lost. */
    private static final String FIND_LOST =
            "select coalesce(seen_position, checkpoint_size), seen_id, log_size, coalesce(common_position, log_size)"
                    + " from audit_halt where seen_position is not null or found_root is null";

    /**
     * A loss that stopped appends.
     *
     * @param common the last position that both histories are known to have
     */
    public record Loss(LostEvent event, long common) {}

    private LogHalt() {}

    /** Stops appends; part of the connection's transaction. The first contradiction is stored. */
    public static Uni<Void> halt(SqlClient connection, Contradiction found) {
        return connection
                .preparedQuery("select halt_log($1, $2, $3, $4)")
                .execute(Tuple.of(
                        found.checkpointSize(),
                        buffer(found.signedRoot()),
                        found.foundRoot().map(LogHalt::buffer).orElse(null),
                        found.logSize()))
                .replaceWithVoid();
    }

    /** Stops appends because the log has lost an event that was seen. The first loss is stored. */
    public static Uni<Void> halt(SqlClient connection, Loss loss) {
        LostEvent lost = loss.event();
        return connection
                .preparedQuery("select halt_lost_log($1, $2, $3, $4)")
                .execute(Tuple.of(lost.position(), lost.id(), loss.common(), lost.logSize()))
                .replaceWithVoid();
    }

    /**
     * The loss that stopped appends. Empty if they aren't stopped, or if the log contradicts a checkpoint without being
     * shorter.
     */
    public static Uni<Optional<Loss>> findLost(SqlClient client) {
        return client.query(FIND_LOST).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(
                        new Loss(new LostEvent(row.getLong(0), row.getUUID(1), row.getLong(2)), row.getLong(3)));
            }
            return Optional.empty();
        });
    }

    /** The contradiction that stopped appends. Empty if they aren't stopped, or were stopped for another reason. */
    public static Uni<Optional<Contradiction>> find(SqlClient client) {
        return client.query(FIND).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Contradiction(
                        row.getLong(0),
                        hash(row.get(Buffer.class, 1)),
                        Optional.ofNullable(row.get(Buffer.class, 2)).map(LogHalt::hash),
                        row.getLong(3)));
            }
            return Optional.empty();
        });
    }

    private static Buffer buffer(Hash hash) {
        return Buffer.buffer(hash.toByteArray());
    }

    private static Hash hash(Buffer bytes) {
        return Hash.read(bytes.getBytes(), 0);
    }
}
