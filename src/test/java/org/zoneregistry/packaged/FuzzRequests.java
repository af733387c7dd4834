package org.zoneregistry.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.zoneregistry.testing.SchemaBodies;

/**
 * Requests made from the OpenAPI document: each depends only on a seed and its number, so that it can be made again.
 *
 * @param known values that the registry knows, by the names of parameters; cursors among them
 */
record FuzzRequests(long seed, JsonNode document, List<Operation> operations, Map<String, List<String>> known) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X");
    private static final List<String> OTHER_PATHS = List.of(
            "/",
            "/q/health",
            "/q/health/ready",
            "/q/metrics",
            "/openapi",
            "/openapi?format=json",
            "/q/nothing",
            "/v1",
            "/v1/zones/%2e%2e/%2e%2e/q/metrics",
            "//v1//zones",
            "/%76%31/zones",
            "/v1/zones/",
            "/v1/zones;x",
            "/v1\\zones",
            "*",
            "v1/zones",
            "http://registry/v1/zones",
            "/favicon.ico",
            "/v1/zones?%",
            "/v1/zones?q=%ff",
            "/" + "x".repeat(3_000));

    /** Expensive operations are called less often, so that all others are called often. */
    private static final Map<String, Integer> RARE = Map.of(
            "/v1/audit/verifications", 40,
            "/v1/projections/{name}/rebuild", 40,
            "/v1/projections/{name}/compare", 10,
            "/v1/audit/evidence/zones/{code}", 4,
            "/v1/imports", 3);

    record Operation(String path, String method, JsonNode content) {

        Set<String> types() {
            var types = new HashSet<String>();
            content.path("responses").properties().forEach(response -> {
                if (response.getKey().startsWith("2")) {
                    response.getValue().path("content").fieldNames().forEachRemaining(types::add);
                }
            });
            return types;
        }

        boolean isCommand() {
            return method.equals("POST")
                    && content.path("requestBody").path("content").has("application/json");
        }
    }

    static FuzzRequests of(long seed, JsonNode document, Map<String, List<String>> known) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(java.util.Locale.ROOT);
                    if (METHODS.contains(name)) {
                        Operation operation = new Operation(path.getKey(), name, method.getValue());
                        // commands twice: most of them are refused, and some are only tried out (dryRun)
                        operations.addAll(Collections.nCopies(operation.isCommand() ? 2 : 1, operation));
                    }
                }));
        return new FuzzRequests(seed, document, operations, known);
    }

    FuzzRequest request(long number) {
        var random = new Random(seed * 1_000_003 + number);
        if (random.nextInt(25) == 0) {
            String method = FuzzValues.any(random, METHODS);
            return new FuzzRequest(
                    number,
                    "none",
                    method,
                    FuzzValues.any(random, OTHER_PATHS),
                    Set.of(),
                    headers(random, null, "none"),
                    new byte[0],
                    false,
                    false);
        }
        Operation operation = FuzzValues.any(random, operations);
        while (random.nextInt(RARE.getOrDefault(operation.path(), 1)) > 0) {
            operation = FuzzValues.any(random, operations);
        }
        String method = random.nextInt(20) == 0 ? FuzzValues.any(random, METHODS) : operation.method();
        if (random.nextInt(30) == 0 && method.equals("GET")) {
            method = "HEAD";
        }
        String zone = value(random, "code");
        String type = random.nextInt(2) == 0 ? "text/csv" : "application/x-ndjson";
        boolean isImport =
                operation.content().path("requestBody").path("content").has("text/csv");
        var headers = headers(random, operation, isImport ? type : "application/json");
        byte[] body = new byte[0];
        if (isImport) {
            body = FuzzBodies.file(random, type.equals("text/csv"), zone, number);
            if (random.nextInt(6) == 0) {
                body = FuzzBodies.gzipped(body);
                headers.add(Map.entry("Content-Encoding", "gzip"));
            }
        } else if (operation.isCommand()) {
            body = FuzzBodies.of(
                    random, random.nextBoolean() ? example(operation) : made(random, operation), zone, number);
        }
        boolean isOwn = method.equals(operation.method());
        return new FuzzRequest(
                number,
                operation.method() + " " + operation.path(),
                method,
                target(random, operation),
                isOwn ? operation.types() : Set.of(),
                headers,
                method.equals("GET") || method.equals("HEAD") ? new byte[0] : body,
                body.length > 0 && !method.equals("GET") && !method.equals("HEAD") && random.nextInt(10) == 0,
                isOwn && operation.isCommand());
    }

    private static JsonNode example(Operation operation) {
        JsonNode media = operation.content().path("requestBody").path("content").path("application/json");
        return media.has("example")
                ? media.path("example")
                : media.path("examples").elements().next().path("value");
    }

    /** A body like the example, with additional members. */
    private JsonNode made(Random random, Operation operation) {
        return new SchemaBodies(document, known)
                .body(
                        random,
                        operation
                                .content()
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema"));
    }

    private String target(Random random, Operation operation) {
        String path = TEMPLATE.matcher(operation.path())
                .replaceAll(name -> java.util.regex.Matcher.quoteReplacement(FuzzValues.encoded(
                        random, FuzzValues.maybeBroken(random, parameter(random, operation, name.group(1))))));
        path = operation.path().contains("{index}") ? path.replace("%2F", "/") : path;
        var query = new ArrayList<String>();
        for (JsonNode parameter : operation.content().path("parameters")) {
            boolean isGiven =
                    parameter.path("required").booleanValue() ? random.nextInt(12) > 0 : random.nextInt(5) == 0;
            if (parameter.path("in").asText().equals("query") && isGiven) {
                String name = parameter.path("name").asText();
                for (int times = random.nextInt(30) == 0 ? 2 : 1; times > 0; times--) {
                    query.add(name + "="
                            + FuzzValues.encoded(
                                    random, FuzzValues.maybeBroken(random, parameter(random, operation, name))));
                }
            }
        }
        if (random.nextInt(40) == 0) {
            query.add(FuzzValues.encoded(random, FuzzValues.hostile(random)) + "=1");
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** A valid value for the parameter, if the document or the registry has one. */
    private String parameter(Random random, Operation operation, String name) {
        for (JsonNode parameter : operation.content().path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                JsonNode schema = resolved(parameter.path("schema"));
                schema = schema.has("items") ? resolved(schema.path("items")) : schema;
                if (schema.has("enum")) {
                    JsonNode values = schema.path("enum");
                    return values.get(random.nextInt(values.size())).asText();
                }
                if (parameter.has("example") && random.nextInt(3) > 0) {
                    JsonNode example = parameter.path("example");
                    return example.isArray() ? example.path(0).asText() : example.asText();
                }
            }
        }
        return value(random, name);
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : document.at(reference.asText().substring(1));
    }

    private String value(Random random, String name) {
        List<String> values = known.getOrDefault(name, List.of());
        return values.isEmpty()
                ? FuzzValues.any(
                        random,
                        List.of("1", "2022", "2022-12-31", "2022-12", "x", new UUID(1, random.nextLong()).toString()))
                : FuzzValues.any(random, values);
    }

    private static List<Map.Entry<String, String>> headers(
            Random random, @org.jspecify.annotations.Nullable Operation operation, String contentType) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        if (operation != null && operation.content().has("requestBody") && random.nextInt(25) > 0) {
            headers.add(Map.entry("Content-Type", contentType));
            if (random.nextInt(2) == 0) {
                String key = random.nextInt(6) == 0 ? "again-" + random.nextInt(50) : "key-" + random.nextLong();
                headers.add(Map.entry(
                        "Idempotency-Key", FuzzValues.maybeBroken(random, key).replaceAll("[\r\n\u0000]", "?")));
            }
        }
        if (random.nextInt(3) == 0) {
            headers.add(FuzzValues.header(random, "Accept"));
        }
        while (random.nextInt(5) == 0) {
            headers.add(FuzzValues.header(random, FuzzValues.any(random, FuzzValues.HEADERS)));
        }
        return headers;
    }
}
