package org.zoneregistry.platform.http.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.zoneregistry.platform.http.DatasetHeader;
import org.zoneregistry.platform.http.command.CommandRequest;
import org.zoneregistry.platform.http.read.Answers;
import org.zoneregistry.platform.http.read.Reads;

/** The headers that answers share. */
final class Headers {

    private static final String MEMENTO = "Memento-Datetime";
    private static final String REPLAYED = CommandRequest.REPLAYED;

    private Headers() {}

    static void addTo(Components components) {
        components
                .addHeader(
                        Answers.POSITION,
                        header(
                                Schema.SchemaType.INTEGER,
                                "The prefix of the log that the answer was computed from.",
                                412))
                .addHeader(
                        Answers.KNOWN_AT,
                        header(
                                Schema.SchemaType.STRING,
                                "When the last event of that prefix was recorded.",
                                "2026-11-23T22:40:23.123456Z"))
                .addHeader(
                        MEMENTO,
                        header(
                                Schema.SchemaType.STRING,
                                "The same as an HTTP date, where a past was asked for (RFC 7089).",
                                "Mon, 23 Nov 2026 22:40:23 GMT"))
                .addHeader(
                        DatasetHeader.NAME,
                        header(
                                Schema.SchemaType.STRING,
                                "The data set of the ledger, where it is not of what is known: illustrative.",
                                "illustrative"))
                .addHeader(
                        "ETag",
                        header(
                                Schema.SchemaType.STRING,
                                "A strong entity tag.",
                                "\"412-0f343b0931126a20f133d67c2b018a3b\""))
                .addHeader(
                        "Cache-Control",
                        header(
                                Schema.SchemaType.STRING,
                                "Immutable where a past state of knowledge was asked for, else no-cache.",
                                "public, max-age=31536000, immutable"))
                .addHeader(
                        "Link",
                        header(
                                Schema.SchemaType.STRING,
                                "The next page, where there is one (RFC 8288).",
                                "</v1/zones?cursor=AQ>; rel=\"next\""))
                .addHeader(
                        "Location",
                        header(Schema.SchemaType.STRING, "The address of what is new.", "/v1/zones/new-harbour"))
                .addHeader(
                        CommandRequest.CORRELATION_ID,
                        header(
                                Schema.SchemaType.STRING,
                                "What ties together the events that the request led to: the one that it gave, or a new one.",
                                "office-0231-2022-12-000017"))
                .addHeader(
                        REPLAYED,
                        header(
                                Schema.SchemaType.STRING,
                                "true where this is the outcome of an earlier request with the same key.",
                                "true"));
    }

    /** Adds to each success of the operation the headers that it has. */
    static void refer(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getRef() == null) {
                for (var name : of(operation, status)) {
                    response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
                }
            }
        });
    }

    private static List<String> of(Operation operation, String status) {
        var names = new ArrayList<String>();
        if (isRead(operation)) {
            names.addAll(
                    List.of(Answers.POSITION, Answers.KNOWN_AT, MEMENTO, DatasetHeader.NAME, "ETag", "Cache-Control"));
        }
        if (RegistryDocument.has(operation, "cursor")) {
            names.add("Link");
        }
        if (isCommand(operation)) {
            names.addAll(List.of(Answers.POSITION, REPLAYED, CommandRequest.CORRELATION_ID));
        }
        if ("201".equals(status)) {
            names.add("Location");
        }
        return names;
    }

    static boolean isRead(Operation operation) {
        return RegistryDocument.has(operation, Reads.MIN_POSITION);
    }

    static boolean isCommand(Operation operation) {
        return RegistryDocument.has(operation, CommandRequest.IDEMPOTENCY_KEY);
    }

    private static Header header(Schema.SchemaType type, String description, Object example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type))
                .example(example);
    }
}
