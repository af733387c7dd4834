package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final int ZONES = 167;
    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 1);
    private static final int DAYS = 6_500;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int WARM_UP_REQUESTS = 40_000;
    private static final int WARM_UP_ROUNDS = 8;

    private final TestDatabase database;
    private final CpuTime databaseTime;
    private final double seconds;
    private final HttpLoad load;
    private final SplittableRandom random = new SplittableRandom(20_230_320);
    private final AtomicLong number = new AtomicLong();

    private RequestBench(TestDatabase database, double seconds, HttpLoad load) throws java.sql.SQLException {
        this.database = database;
        this.databaseTime = new CpuTime(database);
        this.seconds = seconds;
        this.load = load;
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
        var bench = new RequestBench(database, seconds, new HttpLoad(vertx));
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
            bench.measureBare(bare, head);
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
                () -> Request.get("/v1/zones/" + zone() + "?validAt=" + day()));
        print(process, port, "one zone, latest again", SENDERS, () -> Request.get("/v1/zones/" + zone()));
        print(
                process,
                port,
                "one zone, any pair of times",
                SENDERS,
                () -> Request.get("/v1/zones/" + zone() + "?validAt=" + day() + "&knownAt=" + position(head)));
        print(
                process,
                port,
                "one zone, a past pair of times again",
                SENDERS,
                () -> Request.get("/v1/zones/" + zone() + "?validAt=2020-01-01&knownAt=" + head));
        print(
                process,
                port,
                "zones, limit=200, latest, any day",
                16,
                () -> Request.get("/v1/zones?limit=200&validAt=" + day()));
        print(
                process,
                port,
                "zones, limit=200, any pair of times",
                16,
                () -> Request.get("/v1/zones?limit=200&validAt=" + day() + "&knownAt=" + position(head)));
        print(
                process,
                port,
                "trade 2018 to 2022 by year, province, zones as on any day",
                16,
                () -> Request.get("/v1/statistics/trade?from=2018&to=2022&groupBy=year,province&validAt=" + day()));
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
                        "/v1/statistics/trade?from=2018&to=2022&groupBy=year,province&knownAt=" + position(head)));
        print(
                process,
                port,
                "briefing, any prefix",
                16,
                () -> Request.get("/v1/statistics/briefing?year=2021&knownAt=" + position(head)));
        print(process, port, "briefing, latest again", 16, () -> Request.get("/v1/statistics/briefing?year=2021"));
    }

    private void measureCommands(Application application) throws Exception {
        int port = application.uri("").getPort();
        load.send(List.of(port), 1, 0, () -> Request.post("/v1/zones", """
                {"code": "measured", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS",
                 "effectiveOn": "2010"}"""));
        for (int senders : List.of(64, 16, 1)) {
            print(application.process(), port, "record-trade, " + senders + " at once", senders, this::entry);
        }
    }

    private void measureBare(BareHandler bare, long head) throws Exception {
        print(
                bare.process(),
                bare.port(),
                "bare: one zone, any pair of times",
                SENDERS,
                () -> Request.get("/zone?zone=" + zone() + "&validAt=" + day() + "&knownAt=" + position(head)));
        print(
                bare.process(),
                bare.port(),
                "bare: zones",
                16,
                () -> Request.get("/zones?validAt=" + day() + "&knownAt=" + position(head)));
        for (int senders : List.of(64, 16, 1)) {
            print(
                    bare.process(),
                    bare.port(),
                    "bare: one row a commit, " + senders + " at once",
                    senders,
                    () -> new Request("POST", "/row", entry().body()));
        }
    }

    private String zone() {
        return "comprehensive-bonded-zone-" + random.nextInt(ZONES);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private long position(long head) {
        return random.nextLong(ZONES, head + 1);
    }

    private Request entry() {
        return Request.post("/v1/zones/measured/trade", """
                {"entryId": "E-%d", "period": "2022-11", "direction": "export", "businessForm": "bonded-processing",
                 "hsChapter": "84", "partner": "DE", "value": "198400000.00"}""".formatted(number.incrementAndGet()));
    }

    private void print(ProcessHandle process, int port, String name, int senders, Supplier<Request> requests)
            throws Exception {
        warmUp(port, senders, requests);
        Thread.sleep(1_000);
        double application = seconds(process);
        double server = databaseTime.server();
        HttpLoad.Answered answered = load.send(List.of(port), senders, seconds, requests);
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
    private void warmUp(int port, int senders, Supplier<Request> requests) throws Exception {
        long answers = 0;
        for (int round = 0; round < WARM_UP_ROUNDS && answers < WARM_UP_REQUESTS; round++) {
            answers += load.send(List.of(port), senders, seconds, requests).answers();
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
