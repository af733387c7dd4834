package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Senders that wait for their answer before they send again. */
final class HttpLoad {

    private static final int MOST = 64;

    private final Vertx vertx;
    private final HttpClient client;

    /** A request to send. */
    record Request(String method, String path, String body) {

        static Request get(String path) {
            return new Request("GET", path, "");
        }

        static Request post(String path, String body) {
            return new Request("POST", path, body);
        }
    }

    /** The number of answers, the time, and the number by status. */
    record Answered(long answers, double seconds, Map<Integer, Long> byStatus) {}

    HttpLoad(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MOST).setKeepAlive(true));
    }

    /** Sends for that many seconds, at least one request for each sender. */
    Answered send(int port, int senders, double seconds, Supplier<Request> requests) throws Exception {
        var run = new Run(port, System.nanoTime() + (long) (seconds * 1e9), senders, requests);
        long start = System.nanoTime();
        vertx.getOrCreateContext().runOnContext(now -> {
            for (int sender = 0; sender < senders; sender++) {
                run.next();
            }
        });
        run.ended.get(10, TimeUnit.MINUTES);
        long answers = run.byStatus.values().stream().mapToLong(count -> count).sum();
        return new Answered(answers, (System.nanoTime() - start) / 1e9, run.byStatus);
    }

    /** A run on one event loop. */
    private final class Run {

        private final int port;
        private final long end;
        private final Supplier<Request> requests;
        private final Map<Integer, Long> byStatus = new TreeMap<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private int senders;

        Run(int port, long end, int senders, Supplier<Request> requests) {
            this.port = port;
            this.end = end;
            this.senders = senders;
            this.requests = requests;
        }

        void next() {
            Request next = requests.get();
            var options = new RequestOptions()
                    .setHost("localhost")
                    .setPort(port)
                    .setURI(next.path())
                    .setMethod(HttpMethod.valueOf(next.method()));
            client.request(options)
                    .compose(request -> {
                        if (next.body().isEmpty()) {
                            return request.send();
                        }
                        request.putHeader("Content-Type", "application/json");
                        return request.send(Buffer.buffer(next.body()));
                    })
                    .compose(answer -> answer.body().map(body -> answer.statusCode()))
                    .onComplete(answer -> {
                        byStatus.merge(answer.succeeded() ? answer.result() : -1, 1L, Long::sum);
                        if (System.nanoTime() < end) {
                            next();
                        } else if (--senders == 0) {
                            ended.complete(null);
                        }
                    });
        }
    }
}
