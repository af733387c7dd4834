package org.zoneregistry.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.DatasetNotice;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.http.body.WireName;

/** The schemas in the written form of values: enums in kebab case, CSV as text, bodies without unknown members. */
final class Schemas {

    static final String PROBLEM = "Problem";

    private static final String OUTCOME = "CommandOutcome";

    static final String DRY_RUN = "DryRun";

    /** What was recorded or, in a dry run, what would be. */
    static final String OUTCOME_OR_DRY_RUN = "OutcomeOrDryRun";

    /** The types of methods that write bytes: the answers have a written form instead. */
    private static final List<String> RETURNED = List.of("StreamedAnswer", "Multi[B");

    private static final String REFERENCE = "#/components/schemas/";

    private static final Pattern JSON = Pattern.compile("application/(json|.+[+]json)");

    private Schemas() {}

    static void complete(OpenAPI document, Components components, IndexView records) {
        var schemas = components.getSchemas();
        schemas.values().forEach(Schemas::renameConstants);
        var strict = new HashSet<String>();
        for (var item : document.getPaths().getPathItems().values()) {
            for (Operation operation : item.getOperations().values()) {
                if (operation.getRequestBody() != null) {
                    operation
                            .getRequestBody()
                            .getContent()
                            .getMediaTypes()
                            .values()
                            .forEach(media -> refuseUnknownMembers(media.getSchema(), schemas, strict));
                }
                operation
                        .getResponses()
                        .getAPIResponses()
                        .values()
                        .forEach(response -> giveWrittenForms(response.getContent()));
            }
        }
        RETURNED.forEach(components::removeSchema);
        Members.require(schemas, strict, records);
        for (var item : document.getPaths().getPathItems().entrySet()) {
            if (DatasetNotice.isFor(item.getKey())) {
                item.getValue().getOperations().values().forEach(operation -> addNotice(operation, schemas));
            }
        }
        components.addSchema(PROBLEM, problem());
        components.addSchema(DRY_RUN, dryRun());
        components.addSchema(
                OUTCOME_OR_DRY_RUN,
                OASFactory.createSchema().addOneOf(reference(OUTCOME)).addOneOf(reference(DRY_RUN)));
    }

    private static void addNotice(Operation operation, Map<String, Schema> schemas) {
        var answer = operation.getResponses().getAPIResponse("200").getContent().getMediaType("application/json");
        var name = answer.getSchema().getRef().substring(REFERENCE.length());
        Objects.requireNonNull(schemas.get(name), name)
                .addProperty(
                        DatasetNotice.MEMBER,
                        text("The notice about every figure, if the ledger is not the reference data set."));
    }

    private static void renameConstants(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .map(constant -> constant instanceof String name ? WireName.of(name) : constant)
                    .toList());
        }
    }

    private static void refuseUnknownMembers(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> done) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(REFERENCE.length());
            if (done.add(name)) {
                refuseUnknownMembers(schemas.get(name), schemas, done);
            }
            return;
        }
        refuseUnknownMembers(schema.getItems(), schemas, done);
        if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            schema.getProperties().values().forEach(member -> refuseUnknownMembers(member, schemas, done));
        }
    }

    /**
     * The schemas of answers that aren't JSON: rows are text, and types that aren't text are bytes, so that clients
     * return them unchanged.
     */
    private static void giveWrittenForms(@Nullable Content content) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes().forEach((name, media) -> {
            if (RowForms.CSV.equals(name)) {
                media.setSchema(text("Rows as RFC 4180 CSV with a header line."));
            } else if (!name.startsWith("text/") && !JSON.matcher(name).matches()) {
                media.setSchema(
                        OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
            }
        });
    }

    private static Schema problem() {
        var violation = object("One broken rule.")
                .addProperty(
                        "pointer",
                        text("Where: a JSON pointer, ?name of a query parameter, {name} of a part of the path, or"
                                + " header:Name."))
                .addProperty("detail", text("What to do about it."))
                .required(List.of("pointer", "detail"));
        return object("A problem (RFC 9457). Types may have additional members, such as zone.")
                .addProperty("type", text("The problem type, which is the address of its page."))
                .addProperty("title", text("What is wrong, the same for every occurrence."))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("detail", text("What happened, and what to do about it."))
                .addProperty("instance", text("The address of the request."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Every broken rule, if the problem is validation.")
                                .items(violation))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    /** Made here, since no method declares this answer. */
    private static Schema dryRun() {
        var event = object("An event that would be recorded.")
                .addProperty("type", text("The wire name."))
                .addProperty("data", OASFactory.createSchema().description("Its content, in stored form."))
                .required(List.of("type", "data"));
        return object("What a command would record.")
                .addProperty(
                        "dryRun",
                        OASFactory.createSchema().addType(SchemaType.BOOLEAN).description("true"))
                .addProperty(
                        "position",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int64")
                                .description("The decision was made on the log up to this position, or further."))
                .addProperty(
                        "events",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("In order; empty if the same is recorded already.")
                                .items(event))
                .required(List.of("dryRun", "position", "events"));
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref(REFERENCE + name);
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
