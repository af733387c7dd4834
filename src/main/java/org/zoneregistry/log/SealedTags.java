package org.zoneregistry.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tags that no event may carry any more, each with what was decided instead.
 *
 * <p>A tag is either carried by events or sealed, never both, however many nodes append and seal at once: both happen
 * under the append lock. An append with a sealed tag fails with {@link TagSealedException}. A tag is never unsealed.
 * Stages fail with {@link LogUnavailableException}; sealing again with the same tag then finds out what became of it.
 */
public final class SealedTags {

    /** What became of an attempt to seal. */
    public sealed interface Sealing {

        /**
         * The tag is sealed.
         *
         * @param outcome what was given by the first who sealed it
         * @param fresh whether that was this attempt
         */
        record Sealed(StoredBytes outcome, boolean fresh) implements Sealing {}

        /** The tag can't be sealed, since the event at the position carries it. */
        record Carried(long position) implements Sealing {}
    }

    private static final String SEAL = "select carried_by, fresh, outcome from seal_tag($1, $2)";
    private static final String FIND = "select outcome from sealed_tag where tag = $1";

    private final Pool pool;

    /** On the database of the log. */
    public SealedTags(Pool pool) {
        this.pool = pool;
    }

    /**
     * Sees to it that no event will ever carry the tag ({@code key:value}), unless one does already.
     *
     * @param outcome kept with the tag, durably, and answered from then on
     */
    public CompletionStage<Sealing> seal(String tag, byte[] outcome) {
        Names.requireStorable(tag, "tag");
        return pool.preparedQuery(SEAL)
                .execute(Tuple.of(tag, Buffer.buffer(outcome)))
                .map(rows -> sealing(rows.iterator().next()))
                .recover(LogUnavailableException::future)
                .toCompletionStage();
    }

    /** What the tag was sealed with, or empty. */
    public CompletionStage<Optional<StoredBytes>> find(String tag) {
        Names.requireStorable(tag, "tag");
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(tag))
                .map(rows -> {
                    Optional<StoredBytes> found = Optional.empty();
                    for (Row row : rows) {
                        found = Optional.of(StoredBytes.adopt(row.getBuffer(0).getBytes()));
                    }
                    return found;
                })
                .recover(LogUnavailableException::future)
                .toCompletionStage();
    }

    private static Sealing sealing(Row row) {
        @Nullable Long carriedBy = row.getLong(0);
        return carriedBy != null
                ? new Sealing.Carried(carriedBy)
                : new Sealing.Sealed(StoredBytes.adopt(row.getBuffer(2).getBytes()), row.getBoolean(1));
    }
}
