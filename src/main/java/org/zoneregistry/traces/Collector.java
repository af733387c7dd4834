package org.zoneregistry.traces;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends spans to a collector, every second, by OTLP over HTTP. Spans that don't fit in its queue, or that the collector
 * doesn't take, are lost: a registry never waits for its traces.
 */
final class Collector {

    private static final Logger LOG = Logger.getLogger(Collector.class);
    private static final int MOST_WAITING = 4096;
    private static final int MOST_AT_ONCE = 512;
    private static final long EVERY_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final ArrayBlockingQueue<Span> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final HttpClient client;
    private final RequestOptions address;
    private final Map<String, Object> resource;
    private volatile @Nullable String trouble;

    /** @param resource attributes of this program */
    Collector(Vertx vertx, URI endpoint, Map<String, Object> resource) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(1)
                .setConnectTimeout((int) PATIENCE_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        this.address = new RequestOptions()
                .setAbsoluteURI(endpoint.toString())
                .setMethod(HttpMethod.POST)
                .setTimeout(PATIENCE_MILLIS)
                .putHeader("Content-Type", "application/json");
        this.resource = Map.copyOf(resource);
        vertx.setPeriodic(EVERY_MILLIS, timer -> send());
    }

    void add(Span span) {
        if (!waiting.offer(span)) {
            warn("spans come faster than they are sent");
        }
    }

    /** Sends what waits. */
    void send() {
        List<Span> spans = new ArrayList<>();
        waiting.drainTo(spans, MOST_AT_ONCE);
        if (spans.isEmpty()) {
            return;
        }
        Buffer body = OtlpForm.request(spans, resource).toBuffer();
        client.request(address)
                .compose(request -> request.send(body))
                .onSuccess(response -> {
                    if (response.statusCode() / 100 == 2) {
                        trouble = null;
                    } else {
                        warn("it answers " + response.statusCode());
                    }
                })
                .onFailure(failure -> warn(String.valueOf(failure.getMessage())));
        if (spans.size() == MOST_AT_ONCE) {
            send();
        }
    }

    /** Once for each kind of trouble. */
    private void warn(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            LOG.warnf("Spans are lost: the collector of traces doesn't take them (%s).", why);
        }
    }
}
