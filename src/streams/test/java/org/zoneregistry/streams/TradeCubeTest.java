package org.zoneregistry.streams;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.streams.cube.CubeJob;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.testing.TestKafka;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.fold.CellSum;
import org.zoneregistry.trade.fold.TradeCell;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * The registry publishes to a real broker, real instances of Kafka Streams compute the cube, and the results must equal
 * the registry's own figures.
 */
@QuarkusTest
@TestProfile(TradeCubeTest.Published.class)
class TradeCubeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> ZONES = List.of("alpha", "bravo", "charlie", "delta", "echo");
    private static final String ALL_DIMENSIONS = "/v1/statistics/trade?from=2019&to=2023"
            + "&groupBy=year,month,zone,direction,businessForm,hsChapter,enterprise,partner";

    /** A registry that publishes its log, with its own database and topic. */
    public static final class Published implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            TestDatabase database = TestDatabase.fresh();
            return Map.ofEntries(
                    Map.entry("registry.kafka.enabled", "true"),
                    Map.entry("registry.kafka.partitions", "3"),
                    Map.entry("registry.kafka.batch-size", "50"),
                    Map.entry("quarkus.datasource.reactive.url", database.reactiveUrl()),
                    Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                    Map.entry("quarkus.datasource.username", database.user()),
                    Map.entry("quarkus.datasource.password", database.password()));
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Broker.class));
        }
    }

    /**
     * A broker that lives as long as the application. A profile's own broker would be in a class loader that is closed
     * too early.
     */
    public static final class Broker implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of(
                    "kafka.bootstrap.servers", TestKafka.shared().address(), "registry.kafka.topic", TestKafka.topic());
        }

        @Override
        public void stop() {
            TestKafka.endShared();
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String address;

    @ConfigProperty(name = "registry.kafka.topic")
    String log;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final Office office = new Office();
    private final Random random = new Random(11);
    private final List<String> entries = new ArrayList<>();
    private final List<CubeJob> jobs = new ArrayList<>();
    private int instances;
    private int recorded;

    @AfterEach
    void end() {
        jobs.forEach(CubeJob::close);
    }

    @Test
    void the_cube_is_the_registrys_to_the_last_fen_through_corrections_withdrawals_and_restarts() {
        ZONES.forEach(zone -> office.establish(zone, "bonded-zone", "CN-JS", "2010-01-01", "1"));
        record(60);
        CubeJob one = instance("one");
        CubeJob other = instance("other");
        correct(15);
        withdraw(6);
        agree();

        one.close();
        record(15);
        correct(10);
        withdraw(5);
        agree();

        other.close();
        record(10);
        correct(10);
        instance("one");
        instance("new");
        withdraw(8);
        agree();

        jobs.forEach(CubeJob::close);
        assertThat(jobs).noneMatch(CubeJob::failed);
        assertThat(cube().read()).isEqualTo(registrys());
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'kafka' }.data.condition", equalTo("PUBLISHING"))
                .body("checks.find { it.name == 'kafka' }.data.position", equalTo((int) office.position()));
        given().get("/q/metrics").then().body(containsString("registry_kafka_position " + office.position() + ".0"));
    }

    private CubeTopic cube() {
        return new CubeTopic(address, log + "-cube");
    }

    /** An instance that uses the directory of an earlier one. */
    private CubeJob instance(String name) {
        await().atMost(PATIENCE).until(() -> new CubeTopic(address, log).isThere());
        CubeJob job = CubeJob.start(
                log + "-cube",
                log,
                log + "-cube",
                Map.of(
                        "bootstrap.servers",
                        address,
                        "state.dir",
                        directory.resolve(name).toString(),
                        "client.id",
                        name + "-" + ++instances,
                        "session.timeout.ms",
                        6_000,
                        "replication.factor",
                        1));
        jobs.add(job);
        return job;
    }

    private void agree() {
        Map<TradeCell, CellSum> expected = registrys();
        assertThat(expected).hasSizeGreaterThan(20);
        await().atMost(PATIENCE)
                .failFast("an instance has stopped", () -> jobs.stream().anyMatch(CubeJob::failed))
                .untilAsserted(() -> assertThat(cube().read()).isEqualTo(expected));
    }

    private Map<TradeCell, CellSum> registrys() {
        Map<TradeCell, CellSum> cells = new HashMap<>();
        List<Map<String, Object>> rows =
                office.ask(ALL_DIMENSIONS).statusCode(200).extract().jsonPath().getList("rows");
        for (Map<String, Object> row : rows) {
            String month = text(row, "month");
            var cell = new TradeCell(
                    new ZoneCode(String.valueOf(row.get("zone"))),
                    Period.parse(month == null ? String.valueOf(row.get("year")) : month),
                    Direction.parse(String.valueOf(row.get("direction"))),
                    BusinessForm.parse(String.valueOf(row.get("businessForm"))),
                    optional(row, "hsChapter", HsChapter::new),
                    optional(row, "enterprise", EnterpriseId::new),
                    optional(row, "partner", Country::new));
            cells.put(
                    cell,
                    new CellSum(
                            Amount.parse(String.valueOf(row.get("total"))),
                            ((Number) Objects.requireNonNull(row.get("entries"))).longValue()));
        }
        return cells;
    }

    private static @Nullable String text(Map<String, Object> row, String member) {
        Object value = row.get(member);
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable T optional(Map<String, Object> row, String member, Function<String, T> parser) {
        String value = text(row, member);
        return value == null ? null : parser.apply(value);
    }

    private void record(int number) {
        for (int i = 0; i < number; i++) {
            String id = "E-" + ++recorded;
            office.send("/v1/zones/" + any(ZONES) + "/trade", """
                    {"entryId": "%s", "period": "%s", "direction": "%s", "businessForm": "%s", %s "value": "%s"}
                    """.formatted(
                            id, period(), direction(), form(), details(), value()));
            entries.add(id);
        }
    }

    private void correct(int number) {
        for (int i = 0; i < number; i++) {
            String changed = switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> "\"period\": \"" + period() + "\",";
                case 2 -> "\"direction\": \"" + direction() + "\",";
                default -> details() + "\"businessForm\": \"" + form() + "\",";
            };
            office.send("/v1/trade/" + any(entries) + "/correction", """
                    {%s "value": "%s", "reason": "misread"}
                    """.formatted(changed, value()));
        }
    }

    private void withdraw(int number) {
        for (int i = 0; i < number; i++) {
            String id = entries.remove(random.nextInt(entries.size()));
            office.send("/v1/trade/" + id + "/withdrawal", "{\"reason\": \"never was\"}");
        }
    }

    private String period() {
        int year = random.nextInt(2020, 2023);
        return random.nextInt(4) == 0 ? Integer.toString(year) : year + "-" + random.nextInt(10, 13);
    }

    private String direction() {
        return any(List.of("import", "export", "total"));
    }

    private String form() {
        return any(List.of("bonded-logistics", "bonded-processing", "unspecified"));
    }

    private String details() {
        return any(List.of(
                "",
                "\"hsChapter\": \"85\", \"partner\": \"DE\",",
                "\"hsChapter\": \"84\",",
                "\"enterprise\": \"91-A\", \"hsChapter\": \"85\","));
    }

    /** Exact to the fen, and sometimes so large that a double or a long can't hold the sum. */
    private String value() {
        return random.nextInt(5) == 0
                ? "999999999999999." + random.nextInt(10, 100)
                : random.nextInt(1, 1000) + "." + random.nextInt(10, 100);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
