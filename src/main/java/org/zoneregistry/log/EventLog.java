package org.zoneregistry.log;

import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/**
 * The log, to be read in order: for projections, queries and audits.
 *
 * <p>Nothing here blocks. A stage is completed on a thread of the database client (a Vert.x event loop) unless it was
 * already complete; it fails with {@link LogUnavailableException} where the database can't be reached in time.
 *
 * <p>Guaranteed: an event that was returned once is returned by every later read of its position, byte for byte; a
 * reader that has seen position P has no event before P left to appear. Where the database has lost an event that this
 * node has seen ({@link #lost}), the log ends for this node at {@link #reach}, before both histories part. Not
 * guaranteed: that a read sees an append that hasn't been acknowledged yet, nor that it doesn't.
 */
public interface EventLog {

    /**
     * The events at {@code position + 1} and after, in order, without gaps.
     *
     * @param position the last position already read; 0 reads from the beginning
     * @param limit how many at most, 1 or more
     * @return up to {@code limit} events; an empty list only where the log ends at or before {@code position}
     */
    CompletionStage<List<StoredEvent>> readAfter(long position, int limit);

    /**
     * The same, on a connection that the caller holds. Whoever holds one must not wait for another: where all do so,
     * none is left, and all wait for ever.
     */
    CompletionStage<List<StoredEvent>> readAfter(SqlClient connection, long position, int limit);

    /**
     * As {@link #readAfter(long, int)}, but only events that match: of one of the types (any type where {@code types}
     * is empty) and with every one of the tags (any where {@code tags} is empty), and not after {@code upTo}.
     *
     * @param position the last position already read; 0 reads from the beginning
     * @param upTo the last position to be considered, {@link Long#MAX_VALUE} for no bound
     * @param limit how many at most, 1 or more
     */
    CompletionStage<List<StoredEvent>> readMatching(
            long position, long upTo, Collection<String> types, Collection<String> tags, int limit);

    /**
     * As {@link #readMatching}, without tags, for those who read a great deal: what is read is decoded by the executor,
     * and the stage completed on its thread, so that the threads of the database client stay free for others.
     */
    default CompletionStage<List<StoredEvent>> readInBulk(
            long position, long upTo, Collection<String> types, int limit, Executor decoder) {
        return readMatching(position, upTo, types, List.of(), limit).thenApplyAsync(events -> events, decoder);
    }

    /**
     * The stored bytes alone of the events after {@code position} and not after {@code upTo}, in order, without gaps:
     * for those who hash or copy them. Nothing is read from them.
     *
     * @param position the last position already read; 0 reads from the beginning
     * @param limit how many at most, 1 or more
     */
    CompletionStage<List<StoredBytes>> readBytes(long position, long upTo, int limit);

    /** The events at these positions, which are in ascending order and all there. */
    CompletionStage<List<StoredEvent>> findByPositions(List<Long> positions);

    /**
     * The prefixes that end with the events at {@code position} and after, in order, without gaps.
     *
     * @param limit how many at most
     */
    CompletionStage<List<LogHead>> heads(long position, int limit);

    /**
     * The prefixes that the log was at whole seconds, in order: one for each second at which it was another than at the
     * second before, and at or before which nothing will be recorded any more.
     *
     * @param after the position of the last one that is known already; 0 for the first
     * @param limit how many at most
     */
    CompletionStage<List<LogHead>> seconds(long after, int limit);

    /** The event with the identifier, or empty. */
    CompletionStage<Optional<StoredEvent>> findById(UUID id);

    /** The last event's position and time; {@link LogHead#EMPTY} where there is none. */
    CompletionStage<LogHead> head();

    /** The prefix that the log was at an instant, by the database's clock alone. */
    CompletionStage<PrefixAt> prefixAt(Instant knownAt);

    /** An event that this node has seen and that the database has no more; empty where there is none. */
    default Optional<LostEvent> lost() {
        return Optional.empty();
    }

    /** The last position that is read where one was lost; {@link Long#MAX_VALUE} else. */
    default long reach() {
        return Long.MAX_VALUE;
    }

    /**
     * Calls the consumer soon after appends, with the head's position as far as it is known. Only a hint: calls may be
     * merged, repeated, or come late (after the polling interval, where the notifying connection was lost), and they
     * come on a thread that must not be blocked. A reader that reads {@link #readAfter} until it gets an empty list on
     * each call, and once after registering, misses nothing.
     *
     * @return closes the registration
     */
    AutoCloseable onAppended(LongConsumer consumer);
}
