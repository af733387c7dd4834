package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.zoneregistry.bench.HttpLoad.Request;
import org.zoneregistry.testing.TestDatabase;

/**
 * Measures the processor time of a request over HTTP, by kind of request: in the packaged application and in the
 * database. Compares it with a bare Vert.x handler with one prepared statement on a pool of the same size, in the same
 * run on the same database. Run {@code ./mvnw package} first. Arguments: seconds for each measurement, trade entries in
 * the log.
 */
public final class RequestBench {

    private static final int SENDERS = 64;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int WARM_UP_REQUESTS = 40_000;
    private static final int WARM_UP_ROUNDS = 8;

    private final TestDatabase database;
    private final CpuTime databaseTime;
    private final double seconds;
    private final HttpLoad load;
    private final TradeRequests requests;

    private RequestBench(TestDatabase database, double seconds, HttpLoad load, TradeRequests requests)
            throws java.sql.SQLException {
        this.database = database;
        this.databaseTime = new CpuTime(database);
        this.seconds = seconds;
        this.load = load;
        this.requests = requests;
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        Logging.asInTheApplication();
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
        long entries = arguments.length > 1 ? Long.parseLong(arguments[1]) : 300_000;
        TestDatabase database = TestDatabase.fresh();
        Vertx vertx = Vertx.vertx();
        Pool pool = Pool.newInstance(BareHandler.pool(vertx, database));
        long head = new FilledLog(io.vertx.mutiny.core.Vertx.newInstance(vertx), pool, new TradeLog(entries)).length();
        var bench = new RequestBench(database, seconds, new HttpLoad(vertx), new TradeRequests(head));
        System.out.printf(
                Locale.ROOT,
                "%-44s | %8s | %8s | %8s | %8s | %s%n",
                "request",
                "app µs",
                "db µs",
                "total µs",
                "rate/s",
                "answers");
        try (var application = Application.start(database, List.of("-Xmx512m"))) {
            bench.awaitFollowers(application, head);
            bench.measureReads(application.process(), application.uri("").getPort(), head);
            bench.measureCommands(application);
        }
        try (var bare = BareHandler.start(database)) {
            bench.measureBare(bare);
        }
        System.exit(0);
    }

    private void awaitFollowers(Application application, long head) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        while (application.ready(client) != 200
                || database.number("select size from audit_tree") < head
                || database.number("select min(position) from projection") < head) {
            Thread.sleep(PAUSE);
        }
    }

    private void measureReads(ProcessHandle process, int port, long head) throws Exception {
        print(process, port, "health", SENDERS, () -> Request.get("/q/health/live"));
        print(
                process,
                port,
                "one zone, latest, any day",
                SENDERS,
                () -> Request.get("/v1/zones/" + requests.zone() + "?validAt=" + requests.day()));
        print(process, port, "one zone, latest again", SENDERS, () -> Request.get("/v1/zones/" + requests.zone()));
        print(
                process,
                port,
                "one zone, any pair of times",
                SENDERS,
                () -> Request.get("/v1/zones/" + requests.zone() + "?validAt=" + requests.day() + "&knownAt="
                        + requests.position()));
        print(
                process,
                port,
                "one zone, a past pair of times again",
                SENDERS,
                () -> Request.get("/v1/zones/" + requests.zone() + "?validAt=2020-01-01&knownAt=" + head));
        print(
                process,
                port,
                "zones, limit=200, latest, any day",
                16,
                () -> Request.get("/v1/zones?limit=200&validAt=" + requests.day()));
        print(
                process,
                port,
                "zones, limit=200, any pair of times",
                16,
                () -> Request.get("/v1/zones?limit=200&validAt=" + requests.day() + "&knownAt=" + requests.position()));
        print(
                process,
                port,
                "trade 2018 to 2022 by year, province, zones as on any day",
                16,
                () -> Request.get(
                        "/v1/statistics/trade?from=2018&to=2022&groupBy=year,province&validAt=" + requests.day()));
        print(
                process,
                port,
                "the same again",
                16,
                () -> Request.get("/v1/statistics/trade?from=2018&to=2022&groupBy=year,province"));
        print(
                process,
                port,
                "the same, any prefix",
                16,
                () -> Request.get(
                        "/v1/statistics/trade?from=2018&to=2022&groupBy=year,province&knownAt=" + requests.position()));
        print(
                process,
                port,
                "briefing, any prefix",
                16,
                () -> Request.get("/v1/statistics/briefing?year=2021&knownAt=" + requests.position()));
        print(process, port, "briefing, latest again", 16, () -> Request.get("/v1/statistics/briefing?year=2021"));
    }

    private void measureCommands(Application application) throws Exception {
        int port = application.uri("").getPort();
        load.send(List.of(port), 1, 0, TradeRequests::zoneOfEntries);
        for (int senders : List.of(64, 16, 1)) {
            print(application.process(), port, "record-trade, " + senders + " at once", senders, requests::entry);
        }
    }

    private void measureBare(BareHandler bare) throws Exception {
        print(
                bare.process(),
                bare.port(),
                "bare: one zone, any pair of times",
                SENDERS,
                () -> Request.get("/zone?zone=" + requests.zone() + "&validAt=" + requests.day() + "&knownAt="
                        + requests.position()));
        print(
                bare.process(),
                bare.port(),
                "bare: zones",
                16,
                () -> Request.get("/zones?validAt=" + requests.day() + "&knownAt=" + requests.position()));
        for (int senders : List.of(64, 16, 1)) {
            print(
                    bare.process(),
                    bare.port(),
                    "bare: one row a commit, " + senders + " at once",
                    senders,
                    () -> new Request("POST", "/row", requests.entry().body()));
        }
    }

    private void print(ProcessHandle process, int port, String name, int senders, Supplier<Request> asked)
            throws Exception {
        warmUp(port, senders, asked);
        Thread.sleep(1_000);
        double application = seconds(process);
        double server = databaseTime.server();
        HttpLoad.Answered answered = load.send(List.of(port), senders, seconds, asked);
        Thread.sleep(1_000); // later work for the commands is part of their cost
        application = seconds(process) - application;
        server = databaseTime.server() - server;
        System.out.printf(
                Locale.ROOT,
                "%-44s | %8.0f | %8.0f | %8.0f | %8.0f | %s%n",
                name,
                application * 1e6 / answered.answers(),
                server * 1e6 / answered.answers(),
                (application + server) * 1e6 / answered.answers(),
                answered.answers() / answered.seconds(),
                answered.byStatus());
    }

    /** The JVM compiles the hottest methods once more after tens of thousands of requests. */
    private void warmUp(int port, int senders, Supplier<Request> asked) throws Exception {
        long answers = 0;
        for (int round = 0; round < WARM_UP_ROUNDS && answers < WARM_UP_REQUESTS; round++) {
            answers += load.send(List.of(port), senders, seconds, asked).answers();
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
