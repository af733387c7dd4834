package org.zoneregistry.database;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The pool of the primary. A request that was {@linkplain #readFromReplica marked} gets connections of the replica,
 * which refuses writes. So code that queries the database need not know the replica.
 */
@SuppressWarnings("deprecation") // Quarkus casts the pool to PgPool
final class RoutedPool implements PgPool {

    private static final Logger LOG = Logger.getLogger(RoutedPool.class);
    private static final String MARK = RoutedPool.class.getName();

    private final Pool primary;
    private final Pool replica;

    RoutedPool(Pool primary, Pool replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /** A pool without a replica. */
    RoutedPool(Pool primary) {
        this(primary, primary);
    }

    /**
     * Sets a quiet handler for the end of a connection. The caller and {@link Outage} learn of it anyway; without a
     * handler Vert.x also prints it to the console.
     */
    static void endQuietly(SqlConnection connection) {
        connection.exceptionHandler(ended -> LOG.debug("A connection has ended.", ended));
    }

    /** The rest of the current request reads from the replica. Has no effect outside a request. */
    static void readFromReplica() {
        if (isRequest(Vertx.currentContext())) {
            ContextLocals.put(MARK, true);
        }
    }

    private static boolean isRequest(@Nullable Context context) {
        return context != null && VertxContext.isDuplicatedContext(context);
    }

    private Pool pool() {
        return isRequest(Vertx.currentContext())
                        && ContextLocals.<Boolean>get(MARK).orElse(false)
                ? replica
                : primary;
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return pool().getConnection().onSuccess(RoutedPool::endQuietly);
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return pool().query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return pool().preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return pool().preparedQuery(sql, options);
    }

    @Override
    @Deprecated
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        primary.connectHandler(handler);
        return this;
    }

    @Override
    @Deprecated
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        primary.connectionProvider(provider);
        return this;
    }

    @Override
    public int size() {
        return primary.size();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    @Override
    public Future<Void> close() {
        return primary.equals(replica)
                ? primary.close()
                : Future.join(primary.close(), replica.close()).mapEmpty();
    }
}
