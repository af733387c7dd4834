package org.zoneregistry.audit.tree;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import org.zoneregistry.audit.merkle.Hash;

/**
 * The hashes of adjacent events. The database computes them from the stored bytes, so only 32 bytes are sent for each
 * event.
 */
final class LeafHashes {

    private static final String READ = """
            select count(*), min(position), max(position),
                   coalesce(string_agg(sha256('\\x00'::bytea || bytes), ''::bytea order by position), ''::bytea)
            from event
            where position >= $1 and position <= $2
            """;

    private static final String FIRST_MISSING = """
            select e.position + 1
            from event e
            where e.position >= $1
              and not exists (select from event n where n.position = e.position + 1)
            order by e.position
            limit 1
            """;

    private final long first;
    private final byte[] hashes;
    private final boolean isBroken;

    private LeafHashes(long first, byte[] hashes, boolean isBroken) {
        this.first = first;
        this.hashes = hashes;
        this.isBroken = isBroken;
    }

    /**
     * Reads the hashes up to the first gap.
     *
     * @param first the first position to read
     * @param last the last position to read
     */
    static Uni<LeafHashes> read(SqlConnection connection, long first, long last) {
        return connection.preparedQuery(READ).execute(Tuple.of(first, last)).chain(rows -> {
            Row row = rows.iterator().next();
            long count = row.getLong(0);
            var found = new LeafHashes(first, row.get(Buffer.class, 3).getBytes(), false);
            if (count == 0 || (row.getLong(1) == first && row.getLong(2) == first + count - 1)) {
                return Uni.createFrom().item(found);
            }
            return row.getLong(1) > first
                    ? Uni.createFrom().item(new LeafHashes(first, new byte[0], true))
                    : connection
                            .preparedQuery(FIRST_MISSING)
                            .execute(Tuple.of(first))
                            .map(found::upTo);
        });
    }

    private LeafHashes upTo(Iterable<Row> missing) {
        long end = missing.iterator().next().getLong(0);
        return new LeafHashes(first, Arrays.copyOf(hashes, Math.toIntExact(end - first) * Hash.BYTES), true);
    }

    /** Whether there is a gap after these events. */
    boolean isBroken() {
        return isBroken;
    }

    int count() {
        return hashes.length / Hash.BYTES;
    }

    Hash hash(int index) {
        return Hash.read(hashes, index * Hash.BYTES);
    }
}
