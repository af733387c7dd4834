package org.zoneregistry.log;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's token store in the database of the log, by the reactive client.
 *
 * <p>A claim is a lease by the database's clock: a node that doesn't store, fetch or extend within the claim timeout
 * can lose the segment to another, and its next store then fails. What is stored in a processing context that carries
 * {@link #CONNECTION} goes through that connection, so that a token commits together with the rows it stands for.
 */
public final class PostgresTokenStore implements TokenStore {

    /** Where a processing context may hold the connection of its transaction. */
    public static final ResourceKey<SqlConnection> CONNECTION = ResourceKey.withLabel("tokenConnection");

    private static final String CLAIMABLE =
            "(owner is null or owner = $3" + " or claimed_at < clock_timestamp() - $4 * interval '1 millisecond')";
    private static final String INITIALIZE =
            "insert into token_entry (processor, segment, mask, token) select $1, s.segment, s.mask, $4"
                    + " from unnest($2::int[], $3::int[]) s(segment, mask)";
    private static final String STORE = "update token_entry set token = $5, owner = $3, claimed_at = clock_timestamp()"
            + " where processor = $1 and segment = $2 and " + CLAIMABLE;
    private static final String FETCH = "update token_entry set owner = $3, claimed_at = clock_timestamp()"
            + " where processor = $1 and segment = $2 and " + CLAIMABLE + " and ($5::int is null or mask = $5)"
            + " returning token";
    private static final String EXTEND = "update token_entry set claimed_at = clock_timestamp()"
            + " where processor = $1 and segment = $2 and owner = $3";
    private static final String RELEASE = "update token_entry set owner = null, claimed_at = null"
            + " where processor = $1 and segment = $2 and owner = $3";
    private static final String DELETE = "delete from token_entry where processor = $1 and segment = $2 and owner = $3";
    private static final String SEGMENTS = "select segment, mask from token_entry where processor = $1"
            + " and ($2::int is null or segment = $2) order by segment";
    private static final String AVAILABLE =
            "select segment, mask from token_entry where processor = $1 and ($2::int is null or segment = $2)" + " and "
                    + CLAIMABLE + " order by segment";
    private static final String IDENTITY = "select id from token_store_identity";
    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final String node;
    private final long claimMillis;

    /**
     * On the database of the log.
     *
     * @param node the name of this node, of no other that runs at the same time
     * @param claimTimeout after how long without a sign of life a claim is free for others
     */
    public PostgresTokenStore(Pool pool, String node, Duration claimTimeout) {
        this.pool = pool;
        this.node = node;
        this.claimMillis = claimTimeout.toMillis();
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processorName,
            int segmentCount,
            @Nullable TrackingToken initialToken,
            @Nullable ProcessingContext context) {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, segmentCount - 1);
        return insert(processorName, segments, initialToken, context)
                .recover(failure -> Future.failedFuture(
                        isUniqueViolation(failure)
                                ? new UnableToClaimTokenException(processorName + " has segments already")
                                : failure))
                .map(segments)
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token, String processorName, Segment segment, @Nullable ProcessingContext context) {
        return insert(processorName, List.of(segment), token, context)
                .recover(failure -> Future.failedFuture(
                        isUniqueViolation(failure)
                                ? new UnableToInitializeTokenException(processorName + " has " + segment + " already")
                                : failure))
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token, String processorName, int segmentId, @Nullable ProcessingContext context) {
        Tuple arguments = Tuple.of(processorName, segmentId, node, claimMillis).addValue(TokenJson.write(token));
        return claimed(STORE, arguments, processorName, segmentId, context)
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return fetch(processorName, segmentId, null, context);
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processorName, Segment segment, @Nullable ProcessingContext context) {
        return fetch(processorName, segment.getSegmentId(), segment.getMask(), context);
    }

    @SuppressWarnings("NullAway") // Axon's contract: null where the stored token is null
    private CompletableFuture<TrackingToken> fetch(
            String processorName, int segmentId, @Nullable Integer mask, @Nullable ProcessingContext context) {
        Tuple arguments = Tuple.of(processorName, segmentId, node, claimMillis).addValue(mask);
        return claimed(FETCH, arguments, processorName, segmentId, context)
                .map(rows -> TokenJson.read(rows.iterator().next().getJsonObject(0)))
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> extendClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return claimed(EXTEND, Tuple.of(processorName, segmentId, node), processorName, segmentId, context)
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> releaseClaim(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return client(context)
                .preparedQuery(RELEASE)
                .execute(Tuple.of(processorName, segmentId, node))
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> deleteToken(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return claimed(DELETE, Tuple.of(processorName, segmentId, node), processorName, segmentId, context)
                .<Void>mapEmpty()
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's contract: null where there is no such segment
    public CompletableFuture<Segment> fetchSegment(
            String processorName, int segmentId, @Nullable ProcessingContext context) {
        return segments(SEGMENTS, Tuple.of(processorName, segmentId), context)
                .thenApply(found -> found.isEmpty() ? null : found.getFirst());
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(String processorName, @Nullable ProcessingContext context) {
        return segments(SEGMENTS, Tuple.of(processorName).addValue(null), context);
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processorName, @Nullable ProcessingContext context) {
        return segments(
                AVAILABLE,
                Tuple.of(processorName).addValue(null).addString(node).addLong(claimMillis),
                context);
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(@Nullable ProcessingContext context) {
        return client(context)
                .preparedQuery(IDENTITY)
                .execute()
                .map(rows -> rows.iterator().next().getUUID(0).toString())
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Future<RowSet<Row>> insert(
            String processorName,
            List<Segment> segments,
            @Nullable TrackingToken token,
            @Nullable ProcessingContext context) {
        Tuple arguments = Tuple.of(processorName)
                .addArrayOfInteger(segments.stream().map(Segment::getSegmentId).toArray(Integer[]::new))
                .addArrayOfInteger(segments.stream().map(Segment::getMask).toArray(Integer[]::new))
                .addValue(TokenJson.write(token));
        return client(context).preparedQuery(INITIALIZE).execute(arguments);
    }

    /** Fails where the statement touched no row, which is to say that the segment isn't ours to claim. */
    private Future<RowSet<Row>> claimed(
            String sql, Tuple arguments, String processorName, int segmentId, @Nullable ProcessingContext context) {
        return client(context)
                .preparedQuery(sql)
                .execute(arguments)
                .compose(rows -> rows.rowCount() > 0
                        ? Future.succeededFuture(rows)
                        : Future.failedFuture(
                                new UnableToClaimTokenException("segment " + segmentId + " of " + processorName
                                        + " isn't initialized, was split or merged, or is claimed by another node")));
    }

    private CompletableFuture<List<Segment>> segments(
            String sql, Tuple arguments, @Nullable ProcessingContext context) {
        return client(context)
                .preparedQuery(sql)
                .execute(arguments)
                .map(rows -> {
                    List<Segment> segments = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        segments.add(new Segment(row.getInteger(0), row.getInteger(1)));
                    }
                    return segments;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    private SqlClient client(@Nullable ProcessingContext context) {
        SqlConnection connection = context == null ? null : context.getResource(CONNECTION);
        return connection == null ? pool : connection;
    }

    private static boolean isUniqueViolation(Throwable failure) {
        return failure instanceof PgException error && UNIQUE_VIOLATION.equals(error.getSqlState());
    }
}
