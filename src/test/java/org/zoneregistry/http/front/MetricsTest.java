package org.zoneregistry.http.front;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What alerts, dashboard and documents name is measured, and what is measured is documented. */
@QuarkusTest
class MetricsTest {

    private static final Path OBSERVABILITY = Path.of("deploy/observability");
    private static final Pattern NAMED =
            Pattern.compile("\\b((?:registry|http_server|sql_pool|jvm|process)_[a-z_]*[a-z])(?=[{\\[\\s)`\"\\\\,])");
    private static final Pattern OURS = Pattern.compile("(?m)^(registry_[a-z_]+)");

    /** They are there after their first use, or if the collector or Kafka is. */
    private static final Set<String> AT_TIMES = Set.of(
            "registry_kafka_position",
            "registry_jobs",
            "registry_feed_subscribers",
            "registry_reads_free",
            "jvm_memory_usage_after_gc",
            "jvm_gc_pause_seconds_sum");

    private static String scrape() {
        String code = "measured-" + UUID.randomUUID();
        given().contentType("application/json")
                .body("""
                        {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                        "effectiveOn": "2010"}""".formatted(code))
                .post("/v1/zones")
                .then()
                .statusCode(201);
        given().get("/v1/zones").then().statusCode(200);
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    @Test
    void alerts_and_the_dashboard_name_existing_metrics() throws IOException {
        String metrics = scrape();
        Set<String> named = new TreeSet<>();
        for (String file : List.of("alerts.yml", "grafana/dashboards/zone-registry.json")) {
            NAMED.matcher(Files.readString(OBSERVABILITY.resolve(file)))
                    .results()
                    .forEach(found -> named.add(found.group(1)));
        }
        assertThat(named).hasSizeGreaterThan(20).contains("registry_append_seconds_bucket");
        named.removeAll(AT_TIMES);
        assertThat(named).allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "[{ ]"));
    }

    @Test
    void our_metrics_are_documented() throws IOException {
        String document = Files.readString(Path.of("docs/operations.md"));
        Set<String> measured = new TreeSet<>();
        OURS.matcher(scrape())
                .results()
                .map(found -> found.group(1).replaceFirst("_(bucket|count|sum|max)$", ""))
                .filter(name -> !name.startsWith("registry_feed_"))
                .forEach(measured::add);
        assertThat(measured).hasSizeGreaterThan(15);
        assertThat(measured).allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    @Test
    void a_command_is_measured() {
        String metrics = scrape();
        assertThat(metrics)
                .containsPattern("(?m)^registry_append_seconds_count [1-9]")
                .containsPattern("(?m)^registry_append_commands_sum [1-9]")
                .containsPattern("(?m)^registry_log_position [1-9]")
                .containsPattern("(?m)^registry_log_halted 0")
                .containsPattern("(?m)^registry_projection_lag_seconds\\{projection=\"[a-z-]+\"} ");
    }
}
