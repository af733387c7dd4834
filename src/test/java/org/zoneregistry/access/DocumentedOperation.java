package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the OpenAPI document.
 *
 * @param query the names of its query parameters
 */
public record DocumentedOperation(String id, String method, String path, Set<String> query) {

    /** A value for each parameter of a path, of things that there are not. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("code", "own-zone"),
            Map.entry("kind", "warehouse"),
            Map.entry("entryId", "NONE-1"),
            Map.entry("eventId", "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11"),
            Map.entry("id", "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11"),
            Map.entry("name", "none"),
            Map.entry("level", "0"),
            Map.entry("index", "000"),
            Map.entry("position", "999999"),
            Map.entry("flow", "NONE"),
            Map.entry("key", "all"),
            Map.entry("provider", "all"),
            Map.entry("artefact", "dataflow"),
            Map.entry("agency", "all"),
            Map.entry("version", "latest"));

    /** All of the document, read with a token. */
    public static List<DocumentedOperation> all(String token) throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().auth()
                        .oauth2(token)
                        .accept("application/json")
                        .get("/openapi")
                        .asByteArray());
        var all = new ArrayList<DocumentedOperation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (!path.getKey().startsWith("/test/")) {
                    var query = new HashSet<String>();
                    operation.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asText().equals("query")) {
                            query.add(parameter.path("name").asText());
                        }
                    });
                    all.add(new DocumentedOperation(
                            operation.getValue().path("operationId").asText(),
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            query));
                }
            }
        }
        return all;
    }

    /** The address, with values in place of its parameters. */
    String address() {
        String address = path;
        for (var part : PARTS.entrySet()) {
            address = address.replace("{" + part.getKey() + "}", part.getValue());
        }
        return address;
    }

    /** Whether a role may do it, as the table says. */
    public boolean isPermittedTo(Role role) {
        Permission permission = permission();
        Scope scope = permission.grants().get(role);
        if (scope == null) {
            return isForEverybody();
        }
        // who is limited to places has to say which, where it reads
        boolean isOfPlaces = scope == Scope.ZONES || scope == Scope.PROVINCES;
        return !isOfPlaces || method.equals("POST") || namesPlaces(scope);
    }

    /** The same of one that is limited to no places. */
    public boolean isGrantedTo(Role role) {
        return isForEverybody() || permission().grants().containsKey(role);
    }

    /** Whether a setting may let everybody do it. */
    public boolean isAmongFigures() {
        return permission() == Permission.FIGURES;
    }

    /** Whether it takes no token. */
    public boolean isForEverybody() {
        return permission().openness() == Permission.Openness.EVERYBODY;
    }

    /** Whether a request can say of which zones it is, or of which provinces where the caller is limited to those. */
    private boolean namesPlaces(Scope scope) {
        return query.contains("zone")
                || (scope == Scope.PROVINCES && query.contains("province"))
                || path.matches(".*[{](code|entryId|id)}.*");
    }

    /** Whether it is carried out for whoever has the token, on the zone {@code own-zone} and in Jiangsu. */
    public boolean isLetThrough(String token) {
        var parameters = new HashMap<String, String>();
        if (query.contains("zone")) {
            parameters.put("zone", "own-zone");
        }
        if (query.contains("province")) {
            parameters.put("province", "CN-JS");
        }
        int status = send(token, parameters).statusCode();
        assertThat(status).as(id).isNotEqualTo(401).isLessThan(500);
        return status != 403;
    }

    /** Sends a request that changes nothing, by whoever has the token. */
    public Response send(@Nullable String token, Map<String, String> parameters) {
        var request = given().queryParams(parameters);
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        if (method.equals("POST")) {
            request = request.contentType(ContentType.JSON).body("{}");
        }
        return request.request(method, address());
    }

    Permission permission() {
        for (Permission permission : Permission.values()) {
            if (permission.operations().contains(id)) {
                return permission;
            }
        }
        throw new AssertionError(id + " is in no row of Permission");
    }
}
