package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.bench.HttpLoad.Request;
import org.zoneregistry.postgres.EmbeddedPostgres;
import org.zoneregistry.postgres.ServerCopies;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.testing.TestDirectories;

/**
 * Measures what an installation answers over HTTP: rates, times, and processor time of the nodes, the primary and the
 * replica, with everything on one machine. First one node, then three, then three that read from a replica too, all on
 * the same database. Run {@code ./mvnw package} first. Arguments: trade entries in the log, seconds for each
 * measurement.
 */
public final class CapacityBench {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int NODES = 3;
    private static final int SENDERS = 64;
    private static final int WARM_UP_ROUNDS = 2;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TestDatabase database;
    private final List<Application> nodes = new ArrayList<>();
    private final List<CpuTime> servers = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final HttpLoad load;
    private final TradeRequests requests;
    private final double seconds;
    private final long head;

    private CapacityBench(TestDatabase database, HttpLoad load, double seconds, long head) throws SQLException {
        this.database = database;
        this.load = load;
        this.seconds = seconds;
        this.head = head;
        this.requests = new TradeRequests(head);
        this.servers.add(new CpuTime(database));
        SignerKey key = SignerKey.generate("zone-registry/capacity");
        options.addAll(List.of("-Xmx512m", "-Dregistry.audit.key=" + key.secret() + " " + key.verifier()));
    }

    /** Prints a table for each installation. */
    public static void main(String[] arguments) throws Exception {
        Logging.asInTheApplication();
        long entries = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        Path first = TestDirectories.create("primary");
        EmbeddedPostgres primary = closedAtTheEnd(EmbeddedPostgres.start(first));
        TestDatabase database = database(primary);
        database.migrateTo("latest");
        Vertx vertx = Vertx.vertx();
        Pool pool = Pool.newInstance(BareHandler.pool(vertx, database));
        long head = new FilledLog(io.vertx.mutiny.core.Vertx.newInstance(vertx), pool, new TradeLog(entries)).length();
        var bench = new CapacityBench(database, new HttpLoad(vertx), seconds, head);
        bench.fillTheReadModels();
        bench.measureWith("one node", 1);
        bench.measureWith(NODES + " nodes", NODES);
        EmbeddedPostgres replica =
                closedAtTheEnd(ServerCopies.standby(primary, first, TestDirectories.create("replica")));
        bench.servers.add(new CpuTime(database(replica)));
        bench.options.add("-Dregistry.replica.url=" + replica.reactiveUrl());
        bench.stopNodes();
        bench.measureWith(NODES + " nodes with a replica", NODES);
        bench.stopNodes();
        System.exit(0);
    }

    private static EmbeddedPostgres closedAtTheEnd(EmbeddedPostgres server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** In bulk, which takes a seventh of the time of following the log. */
    private void fillTheReadModels() throws IOException, InterruptedException {
        nodes.add(Application.start(database, options));
        for (String projection : List.of("registry", "statistics")) {
            HttpRequest rebuild = HttpRequest.newBuilder(
                            nodes.getFirst().uri("/v1/projections/" + projection + "/rebuild"))
                    .POST(BodyPublishers.noBody())
                    .build();
            int status = HTTP.send(rebuild, BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IllegalStateException("a rebuild was answered with " + status);
            }
        }
    }

    private void measureWith(String installation, int count) throws Exception {
        while (nodes.size() < count) {
            nodes.add(Application.start(database, options));
        }
        awaitFollowers();
        System.out.printf(
                Locale.ROOT,
                "%n%s, %d events, database of %.1f GB%n",
                installation,
                head,
                database.number("select pg_database_size(current_database())") / 1e9);
        measure();
    }

    private void stopNodes() {
        nodes.forEach(Application::close);
        nodes.clear();
    }

    private static TestDatabase database(EmbeddedPostgres server) {
        return new TestDatabase(server.host(), server.port(), server.database(), server.user(), server.password());
    }

    private void awaitFollowers() throws Exception {
        for (Application node : nodes) {
            while (node.ready(HTTP) != 200
                    || database.number("select size from audit_tree") < head
                    || database.number("select min(position) from projection") < head) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private void measure() throws Exception {
        System.out.println("request                               |   rate/s | p50 ms | p99 ms | µs: nodes"
                + " | primary and replica | answers");
        print(
                "one zone, any pair of times",
                SENDERS,
                () -> Request.get("/v1/zones/" + requests.zone() + "?validAt=" + requests.day() + "&knownAt="
                        + requests.position()));
        print(
                "trade by year and province, any prefix",
                16,
                () -> Request.get(
                        "/v1/statistics/trade?from=2018&to=2022&groupBy=year,province&knownAt=" + requests.position()));
        var _ = load.send(ports(), 1, 0, TradeRequests::zoneOfEntries);
        print("record-trade", SENDERS, requests::entry);
    }

    private List<Integer> ports() {
        return nodes.stream().map(node -> node.uri("").getPort()).toList();
    }

    private void print(String name, int senders, Supplier<Request> asked) throws Exception {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            var _ = load.send(ports(), senders, seconds, asked);
        }
        double application = application();
        List<Double> before = servers.stream().map(CpuTime::server).toList();
        HttpLoad.Answered answered = load.send(ports(), senders, seconds, asked);
        Thread.sleep(1_000); // later work for the commands is part of their cost
        var databases = new StringBuilder();
        for (int server = 0; server < servers.size(); server++) {
            databases.append(
                    " %6.0f".formatted((servers.get(server).server() - before.get(server)) * 1e6 / answered.answers()));
        }
        System.out.printf(
                Locale.ROOT,
                "%-38s| %8.0f | %6.1f | %6.1f | %9.0f |%-20s | %s%n",
                name,
                answered.answers() / answered.seconds(),
                answered.millis(0.5),
                answered.millis(0.99),
                (application() - application) * 1e6 / answered.answers(),
                databases,
                answered.byStatus());
    }

    private double application() {
        return nodes.stream()
                .mapToDouble(node -> node.process()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos()
                        / 1e9)
                .sum();
    }
}
