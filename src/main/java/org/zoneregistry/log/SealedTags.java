package org.zoneregistry.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tags that no event may have any more, each with the outcome that was decided instead.
 *
 * <p>A tag is either on events or sealed, never both, for any number of nodes that append and seal at once: both happen
 * under the append lock. An append with a sealed tag fails with {@link TagSealedException}. A tag is never unsealed.
 * Stages fail with {@link LogUnavailableException}; seal the same tag again to find the outcome.
 */
public final class SealedTags {

    /** The outcome of an attempt to seal. */
    public sealed interface Sealing {

        /**
         * The tag is sealed.
         *
         * @param outcome the outcome of the first seal
         * @param fresh whether this attempt was the first
         */
        record Sealed(StoredBytes outcome, boolean fresh) implements Sealing {}

        /** The tag can't be sealed, because the event at the position has it. */
        record Carried(long position) implements Sealing {}
    }

    private static final String SEAL = "select carried_by, fresh, outcome from seal_tag($1, $2)";
    private static final String FIND = "select outcome from sealed_tag where tag = $1";

    private final Pool pool;

    /** Uses the database of the log. */
    public SealedTags(Pool pool) {
        this.pool = pool;
    }

    /**
     * Makes sure that no event will ever have the tag ({@code key:value}), unless one has it already.
     *
     * @param outcome is stored durably with the tag, and returned from then on
     */
    public CompletionStage<Sealing> seal(String tag, byte[] outcome) {
        Names.requireStorable(tag, "tag");
        return pool.preparedQuery(SEAL)
                .execute(Tuple.of(tag, Buffer.buffer(outcome)))
                .map(rows -> sealing(rows.iterator().next()))
                .recover(LogUnavailableException::future)
                .toCompletionStage();
    }

    /** The outcome that the tag was sealed with, or empty. */
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
