package org.zoneregistry.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces: it takes OTLP over HTTP in JSON, and keeps the spans. */
final class TestCollector implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> spans = new CopyOnWriteArrayList<>();

    /** Listens at an address. */
    TestCollector(URI endpoint) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getPort()), 0);
        server.createContext(endpoint.getPath(), this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        for (JsonNode resource : request.path("resourceSpans")) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                scope.path("spans").forEach(spans::add);
            }
        }
        byte[] answer = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The spans of a trace, and those that are linked to it, by their begin. */
    List<JsonNode> of(String trace) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode span : spans) {
            if (span.path("traceId").asText().equals(trace)
                    || span.path("links").findValuesAsText("traceId").contains(trace)) {
                found.add(span);
            }
        }
        found.sort((one, two) -> Long.compare(
                one.path("startTimeUnixNano").asLong(),
                two.path("startTimeUnixNano").asLong()));
        return found;
    }

    /** The span of that name in a trace; there is exactly one. */
    JsonNode one(String trace, String name) {
        List<JsonNode> found = of(trace).stream()
                .filter(span -> span.path("name").asText().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans " + name + " in " + of(trace));
        }
        return Objects.requireNonNull(found.getFirst());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
