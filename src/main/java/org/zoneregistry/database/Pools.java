package org.zoneregistry.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.PoolFor.Purpose;

/**
 * Makes the application's pools. Each connection is checked before it is used ({@link Proof}). It is closed if the
 * server has been silent for too long, while an answer was expected or the connection was idle: a network can lose
 * bytes without an error.
 */
@Singleton
public final class Pools implements PgPoolCreator {

    /** How much longer a server may be silent than its longest statement takes. */
    private static final int MARGIN_SECONDS = 5;

    /** See {@link PoolFor.Purpose}: an idle connection leaves the pool before it counts as silent. */
    private static final int SERVING_REST_SECONDS = 12;

    /** How long a caller waits for a connection, and how long opening one may take. */
    private static final int PATIENCE_SECONDS = 10;

    /**
     * What the server applies to each session. It ends a statement that takes too long, an idle transaction, and a
     * session whose client is gone. It looks for tables first where the log is, so that nothing can stand before it.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "search_path", "public, \"$user\"",
            "idle_in_transaction_session_timeout", "60s",
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "30s");

    private static final String STATEMENT_TIMEOUT = "statement_timeout";
    private static final int SERVING_STATEMENT_SECONDS = 20;
    private static final String SERVING_STATEMENT_TIMEOUT = SERVING_STATEMENT_SECONDS + "s";

    private final Proof proof;
    private final Outage outage = new Outage();
    private final int servingSilenceSeconds;
    private final Optional<String> url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final Map<Purpose, Pool> others = new EnumMap<>(Purpose.class); // guarded by this
    private @Nullable Input made; // guarded by this
    private @Nullable Pool replica; // guarded by this

    Pools(
            Proof proof,
            @ConfigProperty(name = "registry.reads.limit", defaultValue = "20s") Duration longestRead,
            @ConfigProperty(name = "registry.replica.url") Optional<String> url,
            @ConfigProperty(name = "registry.replica.user") Optional<String> user,
            @ConfigProperty(name = "registry.replica.password") Optional<String> password) {
        this.proof = proof;
        this.servingSilenceSeconds = servingSilenceSeconds(longestRead);
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Longer than any statement of a request: otherwise a slow answer would look like a dead connection. */
    static int servingSilenceSeconds(Duration longestRead) {
        return Math.max(SERVING_STATEMENT_SECONDS, Math.toIntExact(longestRead.toSeconds())) + MARGIN_SECONDS;
    }

    @Override
    public synchronized Pool create(Input input) {
        made = input;
        PgConnectOptions options = limited(input.pgConnectOptionsList().getFirst(), servingSilenceSeconds)
                .addProperty(STATEMENT_TIMEOUT, SERVING_STATEMENT_TIMEOUT);
        PoolOptions serving = new PoolOptions(input.poolOptions())
                .setIdleTimeout(SERVING_REST_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        Pool primary = pool(input.vertx(), options, serving, proof::ofPrimary, outage);
        if (url.isEmpty()) {
            return new RoutedPool(primary);
        }
        Pool second = pool(
                input.vertx(),
                limited(replica(url.get(), options), servingSilenceSeconds)
                        .addProperty(STATEMENT_TIMEOUT, SERVING_STATEMENT_TIMEOUT),
                new PoolOptions(serving).setName("replica"),
                proof::ofReplica,
                null);
        replica = second;
        return new RoutedPool(primary, second);
    }

    /** The pool of the replica, if there is one. */
    synchronized Optional<Pool> replica() {
        return Optional.ofNullable(replica);
    }

    @Produces
    @Singleton
    @PoolFor(Purpose.THE_LOG)
    Pool theLog(Pool serving) {
        return other(Purpose.THE_LOG, serving);
    }

    @Produces
    @Singleton
    @PoolFor(Purpose.THE_LOG)
    io.vertx.mutiny.sqlclient.Pool theLogToo(@PoolFor(Purpose.THE_LOG) Pool pool) {
        return io.vertx.mutiny.sqlclient.Pool.newInstance(pool);
    }

    @Produces
    @Singleton
    @PoolFor(Purpose.JOBS)
    io.vertx.mutiny.sqlclient.Pool jobs(Pool serving) {
        return io.vertx.mutiny.sqlclient.Pool.newInstance(other(Purpose.JOBS, serving));
    }

    @Produces
    @Singleton
    @PoolFor(Purpose.HEALTH)
    io.vertx.mutiny.sqlclient.Pool health(Pool serving) {
        return io.vertx.mutiny.sqlclient.Pool.newInstance(other(Purpose.HEALTH, serving));
    }

    /** @param serving is made first, and has the address and the credentials */
    private synchronized Pool other(Purpose purpose, Pool serving) {
        serving.size();
        Input input = made;
        if (input == null) {
            throw new IllegalStateException("The pool that serves requests was not made here.");
        }
        return others.computeIfAbsent(
                purpose,
                wanted -> new RoutedPool(pool(
                        input.vertx(),
                        limited(input.pgConnectOptionsList().getFirst(), wanted.silenceSeconds),
                        new PoolOptions(input.poolOptions())
                                .setName(wanted.name().toLowerCase(Locale.ROOT))
                                .setIdleTimeout(wanted.restSeconds)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                                .setMaxSize(wanted.connections),
                        proof::ofPrimary,
                        outage)));
    }

    @PreDestroy
    synchronized void close() {
        others.values().forEach(Pool::close);
    }

    private static PgConnectOptions limited(PgConnectOptions options, int silenceSeconds) {
        PgConnectOptions limited = new PgConnectOptions(options);
        limited.setTcpKeepAlive(true).setReadIdleTimeout(silenceSeconds);
        limited.setPreparedStatementCacheSqlFilter(sql -> true); // of any length: the longest take longest to plan
        LIMITS.forEach(limited::addProperty);
        return limited;
    }

    @SuppressWarnings("deprecation") // in Vert.x 4 only this can refuse a connection
    private static Pool pool(
            Vertx vertx,
            PgConnectOptions options,
            PoolOptions settings,
            Function<SqlConnection, Future<Void>> proof,
            @Nullable Outage outage) {
        int patience = Math.min(PATIENCE_SECONDS, options.getReadIdleTimeout());
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions(settings)
                        .setConnectionTimeout(patience)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.of(options))
                .using(vertx)
                .build();
        var connections = PgDriver.INSTANCE.createConnectionFactory(vertx, options);
        return pool.connectionProvider(context -> {
            Future<SqlConnection> opening = connections
                    .connect(context)
                    .onSuccess(HangUp::watch)
                    .onSuccess(RoutedPool::endQuietly)
                    .compose(connection ->
                            proof.apply(connection).map(connection).onFailure(unproven -> connection.close()));
            Future<SqlConnection> opened = opening.timeout(patience, TimeUnit.SECONDS)
                    .onFailure(late -> opening.onSuccess(SqlConnection::close));
            if (outage != null) {
                opened.onSuccess(connection -> outage.ends()).onFailure(outage::goesOn);
            }
            return opened;
        });
    }

    private PgConnectOptions replica(String address, PgConnectOptions primary) {
        PgConnectOptions options =
                PgConnectOptions.fromUri(address).setCachePreparedStatements(primary.getCachePreparedStatements());
        options.setUser(user.orElse(primary.getUser()));
        options.setPassword(password.orElse(primary.getPassword()));
        return options;
    }
}
