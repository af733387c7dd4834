package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.zoneregistry.testing.TestDatabase;

/** The minimum for this stack: Vert.x, one prepared statement, and no checks. In a separate process. */
final class BareHandler implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final String COLUMNS = "select zone, name_en, name_zh, type, status, province, region,"
            + " customs_district, area_km2, facilities, predecessors, successor, established_on,"
            + " established_not_before, effective_on, effective_not_before from zone_state where ";
    private static final String ZONE = COLUMNS + "zone = $1 and valid @> $2::date and known @> $3::bigint";
    private static final String ZONES = COLUMNS + "valid @> $1::date and known @> $2::bigint order by zone limit 200";
    private static final String ROW = "insert into bare_row (body) values ($1)";

    private final Process process;
    private final int port;

    private BareHandler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Pool pool(Vertx vertx, TestDatabase database) {
        return pool(vertx, database.host(), database.port(), database.database(), database.user(), database.password());
    }

    private static Pool pool(Vertx vertx, String host, int port, String database, String user, String password) {
        return PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost(host)
                        .setPort(port)
                        .setDatabase(database)
                        .setUser(user)
                        .setPassword(password)
                        .setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build();
    }

    /** Starts it, and returns when it listens. */
    static BareHandler start(TestDatabase database) throws IOException {
        database.execute("create table bare_row (number bigint generated always as identity primary key, body text)");
        Path log = Files.createTempFile("bare", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        BareHandler.class.getName(),
                        database.host(),
                        Integer.toString(database.port()),
                        database.database(),
                        database.user(),
                        database.password())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (process.isAlive()) {
            String said = Files.readString(log);
            if (said.contains("listening ") && said.endsWith("\n")) {
                return new BareHandler(
                        process,
                        Integer.parseInt(
                                said.substring(said.indexOf("listening ") + 10).strip()));
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new IllegalStateException("the bare handler ended:\n" + Files.readString(log));
    }

    /** Runs the server. */
    public static void main(String[] of) {
        Vertx vertx = Vertx.vertx();
        Pool pool = pool(vertx, of[0], Integer.parseInt(of[1]), of[2], of[3], of[4]);
        vertx.createHttpServer()
                .requestHandler(request -> answer(pool, request))
                .listen(0, "localhost")
                .onSuccess(server -> System.out.println("listening " + server.actualPort()));
    }

    private static void answer(Pool pool, HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/zone" ->
                pool.preparedQuery(ZONE)
                        .execute(Tuple.of(request.getParam("zone"), day(request), position(request)))
                        .onSuccess(rows -> end(request, rows));
            case "/zones" ->
                pool.preparedQuery(ZONES)
                        .execute(Tuple.of(day(request), position(request)))
                        .onSuccess(rows -> end(request, rows));
            default ->
                request.body()
                        .compose(body -> pool.preparedQuery(ROW).execute(Tuple.of(body.toString())))
                        .onSuccess(rows -> request.response().setStatusCode(201).end());
        }
    }

    private static LocalDate day(HttpServerRequest request) {
        return LocalDate.parse(request.getParam("validAt"));
    }

    private static long position(HttpServerRequest request) {
        return Long.parseLong(request.getParam("knownAt"));
    }

    private static void end(HttpServerRequest request, RowSet<Row> rows) {
        var zones = new JsonArray();
        for (Row row : rows) {
            var zone = new JsonObject();
            for (int column = 0; column < row.size(); column++) {
                Object value = row.getValue(column);
                zone.put(
                        row.getColumnName(column),
                        value instanceof String[] values
                                ? new JsonArray(List.of(values))
                                : value == null ? null : value.toString());
            }
            zones.add(zone);
        }
        request.response().putHeader("Content-Type", "application/json").end(zones.toBuffer());
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
