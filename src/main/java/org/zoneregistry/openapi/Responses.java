package org.zoneregistry.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemAnswers;

/** The answers of several operations: problems, with an example of every type, and "not modified". */
final class Responses {

    /** An operation lists the problems of these statuses that it can answer with. All others are the default. */
    private static final Map<Integer, String> NAMED = new TreeMap<>(Map.of(
            400, "The request is malformed or breaks a rule",
            404, "No thing has this address",
            406, "No available media type fits the Accept header",
            409, "The registry's state forbids it",
            412, "The zone has changed",
            413, "The body is too large",
            415, "The body is not JSON",
            422, "The request is well-formed but can't be carried out",
            503, "Not now"));

    /** The statuses that a rejection can have. */
    private static final Set<Integer> OF_REFUSALS = Set.of(400, 404, 409, 412, 422);

    private static final Map<Integer, List<String>> OWN_HEADERS = Map.of(
            415, List.of(HttpHeaders.ACCEPT_ENCODING),
            503, List.of(HttpHeaders.RETRY_AFTER));

    private static final String DEFAULT = "default";

    private Responses() {}

    static void addTo(Components components) {
        NAMED.forEach((status, description) -> {
            var problem = problem(
                    description,
                    Arrays.stream(ProblemType.values())
                            .filter(type -> type.status() == status)
                            .toList());
            Headers.refer(problem, OF_REFUSALS.contains(status) ? Headers.OF_REFUSALS : Headers.OF_PROBLEMS);
            Headers.refer(problem, OWN_HEADERS.getOrDefault(status, List.of()));
            components.addResponse(name(status), problem);
        });
        var other = problem(
                "Any other problem",
                Arrays.stream(ProblemType.values())
                        .filter(type -> !NAMED.containsKey(type.status()))
                        .toList());
        Headers.refer(other, Headers.OF_PROBLEMS);
        Headers.refer(other, List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER));
        components.addResponse(DEFAULT, other);
        var notModified = OASFactory.createAPIResponse()
                .description("The client has this answer already: its ETag, or *, is in If-None-Match");
        Headers.refer(notModified, Headers.OF_NOT_MODIFIED);
        components.addResponse("NotModified", notModified);
    }

    /**
     * Adds the answer to a dry run, which is 200 for every command. Generators for Java give a method the type of its
     * first success, so even a command that is answered with 201 has both bodies there.
     */
    static void addDryRun(APIResponses responses) {
        boolean isCreated = responses.hasAPIResponse("201");
        responses.addAPIResponse(
                "200",
                OASFactory.createAPIResponse()
                        .description(
                                isCreated
                                        ? "What would be recorded"
                                        : "What was recorded or, with dryRun=true, would be")
                        .content(content(MediaType.APPLICATION_JSON, Schemas.OUTCOME_OR_DRY_RUN)));
    }

    /** Adds to the operation its possible answers, unless it describes them itself. */
    static void refer(String path, HttpMethod method, Operation operation) {
        var statuses = new ArrayList<>(List.of(400, 406, 503));
        if (path.contains("{") || Headers.isCommand(operation)) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415));
        }
        if (Headers.isCommand(operation)) {
            statuses.addAll(List.of(409, 412, 422));
        }
        var responses = operation.getResponses();
        for (var status : statuses) {
            var own = responses.getAPIResponse(Integer.toString(status));
            if (own == null || own.getContent() == null) {
                responses.addAPIResponse(Integer.toString(status), reference(name(status)));
            }
        }
        if (method == HttpMethod.GET) {
            responses.addAPIResponse("304", reference("NotModified"));
        }
        responses.addAPIResponse(DEFAULT, reference(DEFAULT));
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private static APIResponse problem(String description, List<ProblemType> types) {
        Content content = content(ProblemAnswers.MEDIA_TYPE, Schemas.PROBLEM);
        var media = content.getMediaType(ProblemAnswers.MEDIA_TYPE);
        types.forEach(type -> media.addExample(
                type.code(), OASFactory.createExample().summary(type.title()).value(example(type))));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Content content(String mediaType, String schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(Schemas.reference(schema)));
    }

    private static Map<String, Object> example(ProblemType type) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", type.uri().toString());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.exampleDetail());
        example.put("instance", "/v1/zones");
        if (type == ProblemType.VALIDATION) {
            example.put(
                    "violations",
                    List.of(
                            violation("/name/en", "is required"),
                            violation("/effectiveOn", "is not a day of the calendar")));
        }
        if (type == ProblemType.TIMELINE_CONFLICT) {
            example.put("zone", "old-harbour-blp");
            example.put("fact", "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11");
        }
        if (type == ProblemType.SERVER_ERROR) {
            example.put("incident", "5e2d1c3a-8a54-4b7d-9a39-0b8c2f6d7e10");
        }
        return example;
    }

    /** In a fixed order: the document has the same bytes after each build. */
    private static Map<String, Object> violation(String pointer, String detail) {
        var violation = new LinkedHashMap<String, Object>();
        violation.put("pointer", pointer);
        violation.put("detail", detail);
        return violation;
    }
}
