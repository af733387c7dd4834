package org.zoneregistry.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.zoneregistry.access.Rates;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.DatasetHeader;
import org.zoneregistry.http.RowForms;

/** The headers of answers, without those of every HTTP message (Date, Content-Type and the length). */
final class Headers {

    private static final String MEMENTO = "Memento-Datetime";
    private static final String DISPOSITION = HttpHeaders.CONTENT_DISPOSITION;
    private static final String UNBUFFERED = "X-Accel-Buffering";

    /** Headers that any answer can have. */
    private static final List<String> ANY = List.of(HttpHeaders.VARY, DatasetHeader.NAME, Rates.POLICY, Rates.LEFT);

    /** Headers that any problem can have in addition. */
    static final List<String> OF_PROBLEMS =
            with(ANY, HttpHeaders.CACHE_CONTROL, HttpHeaders.CONTENT_ENCODING, CommandRequest.CORRELATION_ID);

    /** Headers that a refused command can have in addition. */
    static final List<String> OF_REFUSALS = with(OF_PROBLEMS, Answers.POSITION, CommandRequest.REPLAYED);

    private static final List<String> OF_READS =
            List.of(Answers.POSITION, Answers.KNOWN_AT, MEMENTO, HttpHeaders.ETAG, HttpHeaders.LINK);

    /** A 304 has all headers of the answer except those of its body. */
    static final List<String> OF_NOT_MODIFIED =
            with(with(ANY, HttpHeaders.CACHE_CONTROL, Answers.WARNING, DISPOSITION), OF_READS.toArray(String[]::new));

    /** Headers of answers that have no point in time, by address. */
    private static final Map<String, List<String>> OWN = Map.of(
            "diffZone",
            OF_READS,
            "diffRegistry",
            OF_READS,
            "replayZone",
            OF_READS,
            "exportLog",
            List.of(Answers.POSITION, HttpHeaders.ETAG, DISPOSITION),
            "getZoneEvidence",
            List.of(DISPOSITION),
            "getEvents",
            List.of(UNBUFFERED));

    /** Addresses whose answers are the same for ever, or for a day. */
    private static final Set<String> TAGGED = Set.of(
            "getLoggedEvent",
            "getTile",
            "getEntryBundle",
            "proveInclusion",
            "proveConsistency",
            "listTerritories",
            "listProblemTypes",
            "getProblemType");

    /** Addresses whose figures can have warnings. */
    private static final Set<String> WARNED = Set.of(
            "sumTrade",
            "growthOfTrade",
            "shareOfForeignTrade",
            "imbalanceOfTrade",
            "concentrationOfTrade",
            "similarityOfZones",
            "diagnoseZone");

    /** Not compressed; see {@code Compression}. */
    private static final Set<String> NOT_COMPRESSED =
            Set.of("application/zip", RowForms.XLSX, "application/octet-stream", "text/event-stream");

    private Headers() {}

    static void addTo(Components components) {
        var text = SchemaType.STRING;
        Map<String, Header> headers = new LinkedHashMap<>();
        headers.put(
                Answers.POSITION,
                header(SchemaType.INTEGER, "The prefix of the log that the answer was computed from.", 412));
        headers.put(
                Answers.KNOWN_AT,
                header(text, "When the last event of that prefix was recorded.", "2026-11-23T22:40:23.123456Z"));
        headers.put(
                MEMENTO,
                header(
                        text,
                        "For requests of the past: a whole second at which the registry was in this state."
                                + " Accept-Datetime leads back with it (RFC 7089). Absent if more was recorded within"
                                + " the same second.",
                        "Mon, 23 Nov 2026 22:40:24 GMT"));
        headers.put(
                DatasetHeader.NAME,
                header(
                        text,
                        "The data set of the ledger, if it is not the reference data set: illustrative.",
                        "illustrative"));
        headers.put(
                Rates.POLICY,
                header(
                        text,
                        "The limit of the caller, if it has one: requests (q) in a window of seconds (w)"
                                + " (draft-ietf-httpapi-ratelimit-headers).",
                        "\"caller\";q=1000;w=10"));
        headers.put(
                Rates.LEFT,
                header(text, "How many requests are left (r), and for how many seconds (t).", "\"caller\";r=999;t=10"));
        headers.put(
                Answers.WARNING,
                header(
                        text,
                        "The warnings about the figures, if there are any; CSV and workbooks have no other place for"
                                + " them.",
                        "Trade may be counted twice."));
        headers.put(HttpHeaders.ETAG, header(text, "A strong entity tag.", "\"412-0f343b0931126a20f133d67c2b018a3b\""));
        headers.put(
                HttpHeaders.CACHE_CONTROL,
                header(
                        text,
                        "How long the answer may be cached: immutable if it never changes, otherwise no-cache or"
                                + " no-store.",
                        "public, max-age=31536000, immutable"));
        headers.put(
                HttpHeaders.VARY,
                header(text, "The headers of the request that the answer depends on.", "Accept, Accept-Encoding"));
        headers.put(
                HttpHeaders.CONTENT_ENCODING,
                header(text, "gzip, if the answer is compressed for a client that accepts it.", "gzip"));
        headers.put(
                HttpHeaders.LINK,
                header(
                        text,
                        "The next page, if there is one (RFC 8288); the original, its time gate and its time map (RFC"
                                + " 7089).",
                        "</v1/zones?cursor=AQ>; rel=\"next\""));
        headers.put(HttpHeaders.LOCATION, header(text, "The address of the new thing.", "/v1/zones/new-harbour"));
        headers.put(
                CommandRequest.CORRELATION_ID,
                header(
                        text,
                        "Connects all events of the request: the id from the request, or a new one.",
                        "office-0231-2022-12-000017"));
        headers.put(
                CommandRequest.REPLAYED,
                header(text, "true if this is the outcome of an earlier request with the same key.", "true"));
        headers.put(
                DISPOSITION,
                header(text, "A file name for the answer.", "attachment; filename=\"events-1-412.ndjson\""));
        headers.put(UNBUFFERED, header(text, "no, so that proxies pass a live feed on without delay.", "no"));
        headers.put(HttpHeaders.RETRY_AFTER, header(SchemaType.INTEGER, "After how many seconds to try again.", 5));
        headers.put(
                HttpHeaders.ALLOW,
                header(text, "The methods of the address, if it does not have the request's method.", "GET, HEAD"));
        headers.put(
                HttpHeaders.ACCEPT_ENCODING,
                header(text, "The encodings that the server can read, if the body has another.", "gzip"));
        headers.forEach(components::addHeader);
    }

    /** Adds to each success of the operation its headers. */
    static void refer(HttpMethod method, Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getRef() == null) {
                refer(response, of(operation, status, response));
                if (method == HttpMethod.POST) {
                    refer(response, List.of(CommandRequest.CORRELATION_ID));
                }
            }
        });
    }

    /** Adds these headers to an answer. */
    static void refer(APIResponse response, List<String> names) {
        names.forEach(name -> response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name)));
    }

    private static List<String> of(Operation operation, String status, APIResponse response) {
        if ("204".equals(status)) {
            return ANY;
        }
        var names = new ArrayList<>(ANY);
        var id = Objects.requireNonNullElse(operation.getOperationId(), "");
        var own = OWN.getOrDefault(id, List.of());
        if (response.getContent() != null
                && !NOT_COMPRESSED.containsAll(
                        response.getContent().getMediaTypes().keySet())) {
            names.add(HttpHeaders.CONTENT_ENCODING);
        }
        if (isCommand(operation)) {
            names.addAll(List.of(Answers.POSITION, CommandRequest.REPLAYED));
        } else {
            names.add(HttpHeaders.CACHE_CONTROL);
        }
        if (isRead(operation) && !own.contains(Answers.POSITION)) {
            names.addAll(OF_READS);
        }
        if (WARNED.contains(id)) {
            names.add(Answers.WARNING);
        }
        if (TAGGED.contains(id)) {
            names.add(HttpHeaders.ETAG);
        }
        if (RegistryDocument.has(operation, "cursor") && !names.contains(HttpHeaders.LINK)) {
            names.add(HttpHeaders.LINK);
        }
        if ("201".equals(status) || "202".equals(status)) {
            names.add(HttpHeaders.LOCATION);
        }
        names.addAll(own);
        return names.stream().distinct().toList();
    }

    static boolean isRead(Operation operation) {
        return RegistryDocument.has(operation, Reads.MIN_POSITION);
    }

    static boolean isCommand(Operation operation) {
        return RegistryDocument.has(operation, CommandRequest.IDEMPOTENCY_KEY);
    }

    private static List<String> with(List<String> names, String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static Header header(SchemaType type, String description, Object example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type))
                .example(example);
    }
}
