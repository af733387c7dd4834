package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * What was answered.
     *
     * @param byStatus the number of answers by status; -1 for a broken connection
     * @param nanos the times of all answers, sorted
     */
    record Answered(double seconds, Map<Integer, Long> byStatus, List<Long> nanos) {

        long answers() {
            return nanos.size();
        }

        /** The time within which that share was answered. */
        double millis(double share) {
            return nanos.get((int) Math.ceil(share * nanos.size()) - 1) / 1e6;
        }
    }

    HttpLoad(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MOST).setKeepAlive(true));
    }

    /** Sends to those ports in turn, for that many seconds, at least one request for each sender. */
    Answered send(List<Integer> ports, int senders, double seconds, Supplier<Request> requests) throws Exception {
        var run = new Run(ports, System.nanoTime() + (long) (seconds * 1e9), senders, requests);
        long start = System.nanoTime();
        vertx.getOrCreateContext().runOnContext(now -> {
            for (int sender = 0; sender < senders; sender++) {
                run.next();
            }
        });
        run.ended.get(10, TimeUnit.MINUTES);
        double took = (System.nanoTime() - start) / 1e9;
        return new Answered(took, run.byStatus, run.nanos.stream().sorted().toList());
    }

    /** A run on one event loop. */
    private final class Run {

        private final List<Integer> ports;
        private final long end;
        private final Supplier<Request> requests;
        private final Map<Integer, Long> byStatus = new TreeMap<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final List<Long> nanos = new ArrayList<>();
        private int senders;

        Run(List<Integer> ports, long end, int senders, Supplier<Request> requests) {
            this.ports = ports;
            this.end = end;
            this.senders = senders;
            this.requests = requests;
        }

        void next() {
            Request next = requests.get();
            long start = System.nanoTime();
            var options = new RequestOptions()
                    .setHost("localhost")
                    .setPort(ports.get(nanos.size() % ports.size()))
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
                        nanos.add(System.nanoTime() - start);
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
