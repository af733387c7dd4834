package org.zoneregistry.bench;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.testing.TestDatabase;

/** Figures from the packaged application, on a database whose projections are filled. */
final class StatisticsOverHttp {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TestDatabase database;
    private final Pool pool;
    private final long head;

    /** @param head of the log, which the projections have reached */
    StatisticsOverHttp(TestDatabase database, Pool pool, long head) {
        this.database = database;
        this.pool = pool;
        this.head = head;
    }

    /** Measures over HTTP, with all layers between a client and the sums. */
    void measure(int latestTimes, int pastTimes) throws IOException, InterruptedException {
        try (var application = Application.start(database, List.of("-Xmx512m"));
                var client = HttpClient.newHttpClient()) {
            awaitTree(application, client);
            System.out.print("over HTTP, ");
            AnswerTimes.printHead();
            var times = new AnswerTimes(head);
            Map<String, String> paths = new LinkedHashMap<>();
            paths.put("year by province, 2012 to 2022", "/v1/statistics/trade?from=2012&to=2022&groupBy=year,province");
            paths.put("month by zone, 2021", "/v1/statistics/trade?from=2021&to=2021&groupBy=month,zone");
            paths.put("share, 2021", "/v1/statistics/share?period=2021&territory=CN");
            paths.put("briefing, 2021", "/v1/statistics/briefing?year=2021");
            paths.forEach((name, path) -> times.print(
                    name,
                    at -> Uni.createFrom().completionStage(() -> get(client, application.uri(path + "&knownAt=" + at))),
                    latestTimes,
                    pastTimes));
        }
    }

    private static CompletableFuture<HttpResponse<String>> get(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .thenApply(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(
                                uri + " is answered " + answer.statusCode() + ": " + answer.body());
                    }
                    return answer;
                });
    }

    /** Waits until the application has hashed the existing log, which uses the processors. */
    private void awaitTree(Application application, HttpClient client) throws IOException, InterruptedException {
        while (application.ready(client) != 200
                || pool.query("select size from audit_tree")
                                .execute()
                                .await()
                                .indefinitely()
                                .iterator()
                                .next()
                                .getLong(0)
                        < head) {
            Thread.sleep(PAUSE);
        }
    }
}
