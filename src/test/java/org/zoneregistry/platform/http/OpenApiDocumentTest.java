package org.zoneregistry.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zoneregistry.platform.http.problem.ProblemType;

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
    void values_are_described_as_they_are_written() throws Exception {
        var schemas = document().at("/components/schemas");
        assertThat(schemas.at("/EffectiveDay/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/ZoneType/enum").toString()).contains("\"comprehensive-bonded-zone\"");
        assertThat(schemas.at("/ZoneEstablishment/additionalProperties").toString())
                .isEqualTo("false");
        assertThat(schemas.at("/ZoneEstablishment/required").toString()).contains("code", "province", "effectiveOn");
    }
}
