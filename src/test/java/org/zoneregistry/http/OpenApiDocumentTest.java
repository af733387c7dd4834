package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zoneregistry.commands.http.DryRun;
import org.zoneregistry.decision.ProblemType;

@QuarkusTest
@TestProfile(HttpProfile.class)
class OpenApiDocumentTest {

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(given().accept("application/json").get("/openapi").asByteArray());
    }

    /** All operations under /v1, by "method path". */
    private static Map<String, JsonNode> operations() throws Exception {
        var operations = new TreeMap<String, JsonNode>();
        for (var path : document().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (path.getKey().startsWith("/v1/")) {
                    operations.put(operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The native image sends what the build wrote. */
    @Test
    void is_what_the_build_wrote() throws Exception {
        var written = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream(OpenApiConstants.BASE_NAME + ".JSON");

        var json = new ObjectMapper();
        assertThat(json.convertValue(document(), Object.class))
                .usingRecursiveComparison()
                .isEqualTo(json.readValue(written, Object.class));
    }

    @Test
    void is_of_version_3_1() throws Exception {
        assertThat(document().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void every_problem_type_has_an_example() throws Exception {
        var examples = new ArrayList<String>();
        for (var response : document().at("/components/responses")) {
            examples.addAll(names(response.at("/content/application~1problem+json/examples")));
        }
        assertThat(examples)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @Test
    void every_request_has_an_example() throws Exception {
        for (var operation : operations().entrySet()) {
            var body = operation.getValue().at("/requestBody/content/application~1json");
            assertThat(body.isMissingNode() || body.has("examples"))
                    .as(operation.getKey())
                    .isTrue();
        }
    }

    @Test
    void every_operation_says_how_it_can_fail() throws Exception {
        for (var operation : operations().entrySet()) {
            assertThat(names(operation.getValue().path("responses")))
                    .as(operation.getKey())
                    .contains("400", "503", "default");
        }
    }

    @Test
    void every_operation_says_who_may_call_it() throws Exception {
        assertThat(operations().values()).allMatch(operation -> operation.has("security"));
        JsonNode paths = document().path("paths");
        assertThat(paths.at("/~1v1~1zones/post/security")).hasToString("[{\"bearer\":[]}]");
        assertThat(paths.at("/~1v1~1zones/post/x-roles")).hasToString("[\"registrar\"]");
        assertThat(paths.at("/~1v1~1audit~1checkpoint/get/security")).hasToString("[]");
        assertThat(paths.at("/~1v1~1zones/get/security/1")).hasToString("{}");
    }

    @Test
    void values_are_described_as_they_are_written() throws Exception {
        var schemas = document().at("/components/schemas");
        assertThat(schemas.at("/EffectiveDay/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/ZoneType/enum").toString()).contains("\"comprehensive-bonded-zone\"");
        assertThat(schemas.at("/ZoneEstablishment/additionalProperties").toString())
                .isEqualTo("false");
        assertThat(schemas.at("/ZoneEstablishment/required").toString()).contains("code", "province", "effectiveOn");
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    @Test
    void every_schema_says_what_is_always_there() throws Exception {
        // these return what was given, and each member may be absent
        var anyOfIt = List.of("AmendedValues", "FactValues");
        for (var schema : document().at("/components/schemas").properties()) {
            if (schema.getValue().has("properties") && !anyOfIt.contains(schema.getKey())) {
                assertThat(schema.getValue().path("required"))
                        .as(schema.getKey())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void what_is_nullable_need_not_be_there_and_all_else_is() throws Exception {
        var schemas = document().at("/components/schemas");
        assertThat(strings(schemas.at("/ProblemType/required")))
                .containsExactly("type", "code", "status", "title", "documentation", "exampleDetail");
        assertThat(strings(schemas.at("/Aggregate/required")))
                .contains("subject", "total", "revision")
                .doesNotContain("businessForm", "import", "export");
        assertThat(names(schemas.at("/Aggregate/properties"))).contains("import", "export");
    }

    @Test
    void no_two_schemas_share_a_name() throws Exception {
        assertThat(names(document().at("/components/schemas")))
                .filteredOn(name -> name.matches(".*[0-9]") && !"AreaKm2".equals(name))
                .isEmpty();
    }

    @Test
    void what_goes_on_after_the_answer_is_202_with_its_address() throws Exception {
        for (var operation : operations().entrySet()) {
            var responses = operation.getValue().path("responses");
            boolean isBegun =
                    operation.getKey().matches("post /v1/(imports|audit/verifications|projections/.*/rebuild)");
            assertThat(responses.has("202")).as(operation.getKey()).isEqualTo(isBegun);
            assertThat(responses.has("200") && isBegun).as(operation.getKey()).isFalse();
            if (isBegun) {
                assertThat(names(responses.at("/202/headers")))
                        .as(operation.getKey())
                        .contains("Location");
            }
        }
    }

    @Test
    void a_dry_run_of_a_command_has_an_answer_of_its_own() throws Exception {
        var commands = operations().values().stream()
                .filter(operation ->
                        operation.path("parameters").findValuesAsText("name").contains("dryRun"))
                .toList();
        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(command.at("/responses/200/content/application~1json/schema/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/OutcomeOrDryRun"));
        var schemas = document().at("/components/schemas");
        assertThat(schemas.at("/OutcomeOrDryRun/oneOf").findValuesAsText("$ref"))
                .containsExactly("#/components/schemas/CommandOutcome", "#/components/schemas/DryRun");
        assertThat(names(schemas.at("/DryRun/properties")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DryRun.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void every_answer_names_its_headers() throws Exception {
        for (var operation : operations().entrySet()) {
            boolean isCommand = operation
                    .getValue()
                    .path("parameters")
                    .findValuesAsText("name")
                    .contains("Idempotency-Key");
            for (var response : operation.getValue().path("responses").properties()) {
                if (response.getKey().startsWith("2")) {
                    var headers = names(response.getValue().path("headers"));
                    assertThat(headers).as(operation.getKey()).contains("Vary", "Registry-Dataset");
                    if (isCommand) {
                        assertThat(headers).as(operation.getKey()).contains("Correlation-Id", "Idempotency-Replayed");
                    } else if (!"204".equals(response.getKey())) {
                        assertThat(headers).as(operation.getKey()).contains("Cache-Control");
                    }
                }
            }
            assertThat(operation.getValue().at("/responses").has("304"))
                    .as(operation.getKey())
                    .isEqualTo(operation.getKey().startsWith("get "));
        }
        for (var response : document().at("/components/responses")) {
            assertThat(names(response.path("headers"))).contains("Vary", "Cache-Control");
        }
    }

    @Test
    void answers_have_no_header_that_is_not_named() throws Exception {
        var ofEveryMessage = List.of(
                "content-type",
                "content-length",
                "transfer-encoding",
                "date",
                "connection",
                "vary",
                // for browsers (HardeningTest)
                "content-security-policy",
                "x-content-type-options",
                "x-frame-options",
                "referrer-policy",
                "cross-origin-resource-policy");
        for (var address : List.of(
                "/v1/zones",
                "/v1/territories",
                "/v1/events",
                "/v1/trade",
                "/v1/registry/diff",
                "/v1/audit/checkpoints",
                "/v1/audit/keys",
                "/v1/audit/export",
                "/v1/audit/verifications",
                "/v1/imports",
                "/v1/jobs",
                "/v1/projections",
                "/v1/aggregates",
                "/v1/statistics/composition")) {
            var answer = given().get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            var named = names(document().path("paths").path(address).at("/get/responses/200/headers")).stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            for (var header : answer.headers()) {
                var name = header.getName().toLowerCase(Locale.ROOT);
                assertThat(ofEveryMessage.contains(name) || named.contains(name))
                        .as(address + ": " + name)
                        .isTrue();
            }
        }
    }

    @Test
    void examples_of_filters_are_the_lists_that_they_take() throws Exception {
        for (var operation : operations().entrySet()) {
            for (var parameter : operation.getValue().path("parameters")) {
                if ("array".equals(parameter.at("/schema/type").asText()) && parameter.has("example")) {
                    assertThat(parameter.path("example").isArray())
                            .as(operation.getKey() + " " + parameter.path("name"))
                            .isTrue();
                }
                if ("path".equals(parameter.path("in").asText())) {
                    assertThat(parameter.has("example"))
                            .as(operation.getKey() + " " + parameter.path("name"))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void clients_that_name_only_problems_get_their_answer() {
        given().accept("application/problem+json")
                .get("/v1/audit/export")
                .then()
                .statusCode(200);
        given().accept("application/problem+json").get("/v1/zones").then().statusCode(200);
        given().accept("image/png").get("/v1/zones").then().statusCode(406);
    }
}
