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
 * <p>Nothing here blocks. A stage is completed on a thread of the database client (a Vert.x event loop), unless it was
 * complete already. It fails with {@link LogUnavailableException} if the database can't be reached in time.
 *
 * <p>Guaranteed: an event that was returned once is returned by every later read of its position, byte for byte. A
 * reader that has seen position P has seen every event before P that there will ever be. If the database has lost an
 * event that this node has seen ({@link #lost}), the log ends for this node at {@link #reach}, before the two histories
 * differ. Not guaranteed: whether a read sees an append that is not yet acknowledged.
 */
public interface EventLog {

    /**
     * The events at {@code position + 1} and after, in order, without gaps.
     *
     * @param position the last position already read; 0 reads from the beginning
     * @param limit how many at most, 1 or more
     * @return up to {@code limit} events; an empty list only if the log ends at or before {@code position}
     */
    CompletionStage<List<StoredEvent>> readAfter(long position, int limit);

    /**
     * The same, on a connection that the caller holds. A caller that holds a connection must not wait for another one:
     * if all callers did this, no connection would be left, and all would wait for ever.
     */
    CompletionStage<List<StoredEvent>> readAfter(SqlClient connection, long position, int limit);

    /**
     * As {@link #readAfter(long, int)}, but only events that match, up to {@code upTo}. An event matches if it has one
     * of the types (any type if {@code types} is empty) and every one of the tags (any if {@code tags} is empty).
     *
     * @param position the last position already read; 0 reads from the beginning
     * @param upTo the last position to be considered, {@link Long#MAX_VALUE} for no bound
     * @param limit how many at most, 1 or more
     */
    CompletionStage<List<StoredEvent>> readMatching(
            long position, long upTo, Collection<String> types, Collection<String> tags, int limit);

    /**
     * As {@link #readMatching}, but only events that one of these actors has recorded, on a connection that the caller
     * holds. An event matches if it has one of the tags (any if {@code tags} is empty). No index has actors: without
     * tags, the log itself is read until enough events are found. Fails with the database's error.
     */
    CompletionStage<List<StoredEvent>> readRecordedBy(
            SqlClient connection,
            Collection<String> actors,
            long position,
            long upTo,
            Collection<String> types,
            Collection<String> tags,
            int limit);

    /**
     * As {@link #readMatching}, without tags, for readers of many events. The executor decodes the events and completes
     * the stage, so that the threads of the database client stay free.
     */
    default CompletionStage<List<StoredEvent>> readInBulk(
            long position, long upTo, Collection<String> types, int limit, Executor decoder) {
        return readMatching(position, upTo, types, List.of(), limit).thenApplyAsync(events -> events, decoder);
    }

    /**
     * Only the stored bytes of the events after {@code position} and up to {@code upTo}, in order, without gaps: for
     * callers that hash or copy them. The bytes are not decoded.
     *
     * @param position the last position already read; 0 reads from the beginning
     * @param limit how many at most, 1 or more
     */
    CompletionStage<List<StoredBytes>> readBytes(long position, long upTo, int limit);

    /** All events with the tag ({@code key:value}), in order. */
    default CompletionStage<List<StoredEvent>> readByTag(String tag) {
        return readMatching(0, Long.MAX_VALUE, List.of(), List.of(tag), Integer.MAX_VALUE);
    }

    /** The events at these positions, which are ascending and must exist. */
    CompletionStage<List<StoredEvent>> findByPositions(List<Long> positions);

    /**
     * The prefixes that end with the event at {@code position} and with the one after it, as far as there are such
     * events.
     */
    CompletionStage<List<LogHead>> heads(long position);

    /**
     * The prefixes of the log at whole seconds, in order: one for each second at which the prefix was different from
     * the second before. Seconds in which more events can still be recorded are left out.
     *
     * @param after the position of the last known one; 0 for the first
     * @param limit the largest number of prefixes
     */
    CompletionStage<List<LogHead>> seconds(long after, int limit);

    /** The event with the identifier, or empty. */
    CompletionStage<Optional<StoredEvent>> findById(UUID id);

    /** The last event's position and time; {@link LogHead#EMPTY} if there is none. */
    CompletionStage<LogHead> head();

    /** The prefix of the log at an instant, by the database's clock only. */
    CompletionStage<PrefixAt> prefixAt(Instant knownAt);

    /**
     * The last position at each of some times; 0 before the first event.
     *
     * @param times all before the time of the head
     */
    CompletionStage<List<Long>> positionsAt(List<Instant> times);

    /** An event that this node has seen and the database has lost; empty if there is none. */
    default Optional<LostEvent> lost() {
        return Optional.empty();
    }

    /** The last readable position if an event was lost; {@link Long#MAX_VALUE} otherwise. */
    default long reach() {
        return Long.MAX_VALUE;
    }

    /**
     * Calls the consumer soon after appends, with the head's position as far as it is known. This is only a hint: calls
     * may be merged, repeated or late (after the polling interval, if the notifying connection was lost). They come on
     * a thread that must not be blocked. To miss nothing, a reader calls {@link #readAfter} until it gets an empty
     * list, once after it registers and on each call.
     *
     * @return closes the registration
     */
    AutoCloseable onAppended(LongConsumer consumer);
}
