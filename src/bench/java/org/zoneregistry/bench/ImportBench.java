package org.zoneregistry.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zoneregistry.testing.TestDatabase;

/**
 * Compares an import over HTTP into the packaged application with COPY of its rows into a table with the same columns
 * and indexes, on one server in one run. Run {@code ./mvnw package} first. Arguments: lines per file, rounds, and the
 * options of the application's JVM.
 */
public final class ImportBench {

    private static final int ZONES = 167;
    private static final String HEADER =
            "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value\n";

    private final int lines;
    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient client = HttpClient.newHttpClient();
    private URI registry = URI.create("http://localhost");

    private ImportBench(int lines) {
        this.lines = lines;
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        Logging.asInTheApplication();
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        List<String> options =
                arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : List.of("-Xmx512m");
        new ImportBench(lines).run(rounds, options);
        System.exit(0); // otherwise the client would keep the process alive
    }

    private void run(int rounds, List<String> options) throws Exception {
        try (var application = Application.start(database, options)) {
            registry = application.uri("/");
            establishZones();
            imported(0, lines / 4); // warms up
            System.out.println(
                    "lines/s imported | rows/s copied | ratio | processor time for each line, in microseconds:"
                            + " application, server | server, for each row copied");
            for (int round = 1; round <= rounds; round++) {
                measure(round, application.process());
            }
        }
    }

    private void measure(int round, ProcessHandle application) throws Exception {
        CpuTime cpu = new CpuTime(database);
        long before = head();
        double client = seconds(application);
        double server = cpu.server();
        double imported = lines / imported(round, lines);
        double clientMicros = (seconds(application) - client) * 1e6 / lines;
        double serverMicros = (cpu.server() - server) * 1e6 / lines;
        double[] copied = copied(before, cpu);
        System.out.printf(
                Locale.ROOT,
                "%16.0f | %13.0f | %5.2f | %3.0f + %3.0f | %3.0f%n",
                imported,
                lines / copied[0],
                imported * copied[0] / lines,
                clientMicros,
                serverMicros,
                copied[1] * 1e6 / lines);
    }

    private void establishZones() throws Exception {
        for (int zone = 0; zone < ZONES; zone++) {
            String body = """
                    {"code": "zone-%d", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                    "effectiveOn": "2010-07-01"}
                    """.formatted(zone);
            post("/v1/zones", "application/json", BodyPublishers.ofString(body), 201);
        }
    }

    /** Seconds for one file. */
    private double imported(int round, int count) throws Exception {
        Iterator<byte[]> file = IntStream.rangeClosed(0, count / 100)
                .mapToObj(block -> block == 0 ? HEADER : block(round, block))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .iterator();
        long start = System.nanoTime();
        JsonNode job = new ObjectMapper()
                .readTree(post("/v1/imports", "text/csv", BodyPublishers.ofByteArrays(() -> file), 202));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (job.path("recorded").asInt() != count / 100 * 100) {
            throw new IllegalStateException(job.toString());
        }
        return seconds;
    }

    private static String block(int round, int block) {
        var text = new StringBuilder(10_000);
        for (int i = 0; i < 100; i++) {
            int number = block * 100 + i;
            text.append("NH-2022-").append(round).append('-').append(number);
            text.append(",zone-").append(number % ZONES);
            text.append(",2022-").append(number % 12 < 9 ? "0" : "").append(number % 12 + 1);
            text.append(",export,bonded-processing,84,91320000MA1ABCDE0X,DE,");
            text.append(number % 9_000_000 + 1).append(".25\n");
        }
        return text.toString();
    }

    private String post(String path, String type, HttpRequest.BodyPublisher body, int status) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(registry.resolve(path))
                        .header("Content-Type", type)
                        .timeout(Duration.ofMinutes(30))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    private long head() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Seconds for copying the rows after a position, and the server's processor time for it. */
    private double[] copied(long after, CpuTime cpu) throws Exception {
        database.execute("drop table if exists copied, copied_tag; create table copied (like event including all);"
                + " create unique index on copied (id); create table copied_tag (like event_tag including all)");
        Path events = Files.createTempFile("import-bench", ".events");
        Path tags = Files.createTempFile("import-bench", ".tags");
        try (Connection connection = database.connect()) {
            var copy = new BenchCopy(connection);
            copy.out("copy (select * from event where position > " + after + " order by 1) to stdout", events);
            copy.out("copy (select * from event_tag where position > " + after + " order by 3) to stdout", tags);
            double server = cpu.server();
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            copy.in("copy copied from stdin", events);
            copy.in("copy copied_tag from stdin", tags);
            connection.commit();
            return new double[] {(System.nanoTime() - start) / 1e9, cpu.server() - server};
        } finally {
            Files.delete(events);
            Files.delete(tags);
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(duration -> duration.toNanos() / 1e9)
                .orElseThrow(() -> new UncheckedIOException(new IOException("no processor time is known")));
    }
}
