package org.zoneregistry.audit.checkpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.VerifierKey;

/** The tables of checkpoints and keys. A call with a transaction's connection is part of the transaction. */
public final class CheckpointTable {

    private static final String SELECT = "select size, root, note, issued_at, verifier, lost_at from audit_checkpoint ";

    /** The time never goes back. */
    private static final String INSERT = """
            insert into audit_checkpoint (size, root, verifier, note, issued_at)
            select $1, $2, $3, $4,
                   greatest(clock_timestamp(), max(issued_at) + interval '1 microsecond')
            from audit_checkpoint
            on conflict (size, verifier, root) do nothing
            """;

    private CheckpointTable() {}

    /** The largest binding checkpoint. One that was listed again is not the latest by its time. */
    public static Uni<Optional<IssuedCheckpoint>> latest(SqlClient client) {
        return client.query(SELECT + "where lost_at is null order by size desc, issued_at desc limit 1")
                .execute()
                .map(CheckpointTable::checkpoints)
                .map(found -> found.stream().findFirst());
    }

    /** The binding checkpoints with sizes above one and up to another, by size. */
    public static Uni<List<IssuedCheckpoint>> between(SqlClient client, long above, long upTo) {
        return client.preparedQuery(
                        SELECT + "where size > $1 and size <= $2 and lost_at is null order by size, issued_at")
                .execute(Tuple.of(above, upTo))
                .map(CheckpointTable::checkpoints);
    }

    /** The checkpoints of at most that many events that were issued after a time, by time of issue. */
    static Uni<List<IssuedCheckpoint>> after(SqlClient client, long upTo, OffsetDateTime issuedAt, int limit) {
        return client.preparedQuery(SELECT + "where size <= $1 and issued_at > $2 order by issued_at limit $3")
                .execute(Tuple.of(upTo, issuedAt, limit))
                .map(CheckpointTable::checkpoints);
    }

    /** The checkpoints of at most that many events that were issued before a time, the latest first. */
    static Uni<List<IssuedCheckpoint>> before(SqlClient client, long upTo, OffsetDateTime issuedAt, int limit) {
        return client.preparedQuery(SELECT + "where size <= $1 and issued_at < $2 order by issued_at desc limit $3")
                .execute(Tuple.of(upTo, issuedAt, limit))
                .map(CheckpointTable::checkpoints);
    }

    /** Lists a key, unless it is listed already. */
    public static Uni<Void> insert(SqlClient client, VerifierKey key) {
        return client.preparedQuery("insert into audit_key (verifier) values ($1) on conflict do nothing")
                .execute(Tuple.of(key.toString()))
                .replaceWithVoid();
    }

    /** The checkpoint as it is listed. One of the same size and key with another root is another one. */
    static Uni<Optional<IssuedCheckpoint>> find(SqlClient client, IssuedCheckpoint checkpoint) {
        return client.preparedQuery(SELECT + "where size = $1 and verifier = $2 and root = $3")
                .execute(Tuple.of(
                        checkpoint.size(),
                        checkpoint.key().toString(),
                        Buffer.buffer(checkpoint.root().toByteArray())))
                .map(CheckpointTable::checkpoints)
                .map(found -> found.stream().findFirst());
    }

    /** Whether the operator gave up events that were signed under an origin. */
    public static Uni<Boolean> hasLost(SqlClient client, String origin) {
        return client.preparedQuery("select exists (select from audit_checkpoint"
                        + " where lost_at is not null and split_part(verifier, '+', 1) = $1)")
                .execute(Tuple.of(origin))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Lists an issued checkpoint, with its key. */
    static Uni<Void> insert(SqlClient client, IssuedCheckpoint issued) {
        return insert(client, issued.key())
                .chain(() -> client.preparedQuery(INSERT)
                        .execute(Tuple.of(
                                issued.size(),
                                Buffer.buffer(issued.root().toByteArray()),
                                issued.key().toString(),
                                issued.note())))
                .replaceWithVoid();
    }

    /** All keys, the oldest first. */
    static Uni<List<ListedKey>> keys(SqlClient client) {
        return client.query("select verifier, since, verifier = (select verifier from audit_checkpoint"
                        + " order by size desc, issued_at desc limit 1) from audit_key order by since, verifier")
                .execute()
                .map(rows -> {
                    List<ListedKey> keys = new ArrayList<>();
                    rows.forEach(row -> keys.add(new ListedKey(
                            VerifierKey.parse(row.getString(0)),
                            row.getOffsetDateTime(1).toInstant(),
                            Boolean.TRUE.equals(row.getBoolean(2)))));
                    return keys;
                });
    }

    private static List<IssuedCheckpoint> checkpoints(RowSet<Row> rows) {
        List<IssuedCheckpoint> found = new ArrayList<>();
        rows.forEach(row -> found.add(new IssuedCheckpoint(
                row.getLong(0),
                Hash.read(row.get(Buffer.class, 1).getBytes(), 0),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                VerifierKey.parse(row.getString(4)),
                row.getOffsetDateTime(5) == null
                        ? null
                        : row.getOffsetDateTime(5).toInstant())));
        return found;
    }
}
