package org.zoneregistry.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.RowForms;

/**
 * Completes the OpenAPI document at build time: the headers and errors of every operation, and the written forms of
 * values. A resource declares only its own: operation id, summary, description, parameters, an example of the body.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RegistryDocument implements OASFilter {

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry(
                    "Audit",
                    "Proofs of answers for auditors who don't trust the server: checkpoints as C2SP"
                            + " tlog-checkpoint, proofs with the hashes of RFC 9162, the log itself, evidence, and"
                            + " verifications."),
            Map.entry("Events", "The log itself as CloudEvents, by pages or as a live feed."),
            Map.entry(
                    "Zones",
                    "Zones as they were on any day, as the registry knew them at any time, and the commands that change"
                            + " them."),
            Map.entry(
                    "Facts",
                    "Corrections of recorded facts. Nothing is deleted: an amendment or a withdrawal is a fact of its"
                            + " own."),
            Map.entry("Trade", "Trade entries, figures that authorities published, and the enterprises in the zones."),
            Map.entry("Territories", "The provinces and regions in which zones lie."),
            Map.entry(
                    "Projections",
                    "The read models: how far each has come, rebuilds beside the live tables, and copies as of a past"
                            + " prefix."),
            Map.entry("Imports", "Files of trade entries, of any size. Each line is decided like a single command."),
            Map.entry(
                    "Jobs",
                    "Work that one node carries out and that survives a restart: imports, rebuilds, copies,"
                            + " verifications, publications."),
            Map.entry(
                    "Statistics",
                    "Figures with their definitions, each as it was known at any time. Sums are exact; where a figure's"
                            + " denominator is zero or unknown, its value is null and it has a reason."),
            Map.entry("SDMX", "The sums of trade as a dataflow of SDMX 2.1, for the clients of statistical offices."),
            Map.entry("Registry", "The states of the registry's knowledge, by time (RFC 7089)."),
            Map.entry("Problems", "The errors that the registry answers with, each with a page."));

    /** Examples of path parameters, by name, or by the path up to them. */
    private static final Map<String, Object> EXAMPLES = Map.ofEntries(
            Map.entry("code", "new-harbour"),
            Map.entry("entryId", "NH-2022-000017"),
            Map.entry("eventId", "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11"),
            Map.entry("kind", "cold-chain"),
            Map.entry("name", "registry"),
            Map.entry("id", "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11"),
            Map.entry("/v1/enterprises/", "91320000MA1ABCDE0X"));

    private final IndexView index;

    /** For Quarkus, which passes the classes of the application. */
    public RegistryDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        describe(document);
        var components = document.getComponents();
        Schemas.complete(document, components, index);
        Responses.addTo(components);
        Headers.addTo(components);
        Security.addTo(components);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void describe(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer().url("/").description("This server")));
        for (var tag : document.getTags()) {
            if (tag.getDescription() == null && TAGS.containsKey(tag.getName())) {
                tag.setDescription(TAGS.get(tag.getName()));
            }
        }
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary());
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> giveExample(path, parameter));
        }
        if (hasRows(operation)) {
            operation.addParameter(form());
        }
        if (has(operation, CommandRequest.DRY_RUN)) {
            Responses.addDryRun(operation.getResponses());
        }
        Headers.refer(method, operation);
        Security.refer(operation);
        Responses.refer(path, method, operation);
    }

    private static boolean hasRows(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .anyMatch(answer ->
                        answer.getContent() != null && answer.getContent().hasMediaType(RowForms.XLSX));
    }

    /** For links, which can't send an Accept header. */
    private static Parameter form() {
        return OASFactory.createParameter()
                .name(RowForms.PARAMETER)
                .in(Parameter.In.QUERY)
                .description("The form of the answer, in place of Accept: JSON, or the rows as CSV or as a workbook.")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .enumeration(List.<Object>copyOf(RowForms.names())))
                .example("csv");
    }

    private static void giveExample(String path, Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH && parameter.getExample() == null) {
            var prefix = path.substring(0, path.indexOf('{'));
            parameter.setExample(
                    EXAMPLES.containsKey(prefix) ? EXAMPLES.get(prefix) : EXAMPLES.get(parameter.getName()));
        }
        var types = parameter.getSchema() == null ? null : parameter.getSchema().getType();
        if (types != null
                && types.contains(SchemaType.ARRAY)
                && parameter.getExample() != null
                && !(parameter.getExample() instanceof List)) {
            // a filter takes several values, and the declared example is one of them
            parameter.setExample(List.of(parameter.getExample().toString()));
        }
    }

    /** Whether the operation has that parameter. */
    static boolean has(Operation operation, String parameter) {
        var parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(given -> parameter.equals(given.getName()));
    }
}
