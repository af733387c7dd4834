package org.zoneregistry.platform.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/**
 * Completes the OpenAPI document, at build time: the headers and errors that every operation shares, and the written forms of
 * values. Resources say only what is theirs: operation id, summary, description, parameters, an example of the body.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RegistryDocument implements OASFilter {

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry(
                    "Audit",
                    "What lets an auditor prove an answer without trusting the server: checkpoints as C2SP tlog-checkpoint, proofs"
                            + " with the hashes of RFC 9162, the log itself, evidence, and verifications."),
            Map.entry("Events", "The log itself as CloudEvents, by pages or as a live feed."),
            Map.entry(
                    "Zones",
                    "Zones as they were on any day, as the registry knew them at any time, and the commands that change them."),
            Map.entry(
                    "Facts",
                    "Corrections of recorded facts. Nothing is deleted: an amendment or a withdrawal is a fact of its own."),
            Map.entry("Trade", "Trade entries, figures that authorities published, and the enterprises in the zones."),
            Map.entry("Territories", "The provinces and regions that zones lie in."),
            Map.entry(
                    "Projections",
                    "The read models: how far each has come, filling one anew beside the one that is read, and copies as of a past prefix."),
            Map.entry("Imports", "Files of trade entries, of any size, each line decided like a command of its own."),
            Map.entry(
                    "Statistics",
                    "Figures with their definitions, each as it was known at any time. Sums are exact; where a figure's"
                            + " denominator is zero or unknown, its value is null and the reason is given."),
            Map.entry("SDMX", "The sums of trade as a dataflow of SDMX 2.1, for the clients of statistical offices."),
            Map.entry("Problems", "The errors that the registry answers with, each with a page."));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        describe(document);
        var components = document.getComponents();
        Schemas.complete(document, components);
        Responses.addTo(components);
        Headers.addTo(components);
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
        Headers.refer(operation);
        Responses.refer(path, method, operation);
    }

    /** Whether the operation has that parameter. */
    static boolean has(Operation operation, String parameter) {
        var parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(given -> parameter.equals(given.getName()));
    }
}
