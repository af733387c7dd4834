package org.zoneregistry.audit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** The answers to clients and operators if the log contradicts a signed checkpoint. */
@QuarkusTest
class HaltedRegistryTest {

    @Inject
    Pool pool;

    private static Response record() {
        return given().contentType("application/json")
                .body("{\"code\": \"" + UniqueCodes.next() + "\", \"name\": {\"en\": \"Halted\"}, \"type\":"
                        + " \"bonded-logistics-park\", \"province\": \"CN-JS\", \"effectiveOn\":"
                        + " \"2010-01-01\"}")
                .post("/v1/zones");
    }

    @AfterEach
    void goOn() throws SQLException {
        resume();
    }

    /** As the operator, who is the owner of the database. */
    private static void resume() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("select resume_log()");
        }
    }

    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void commands_are_refused_and_readiness_says_why() {
        assertThat(record().statusCode()).isEqualTo(201);
        execute("select halt_log(7, sha256('signed'), sha256('found'), 9)");

        Response refused = record();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/recording-stopped");
        assertThat(refused.header("Retry-After")).isNotNull();
        Response health = given().get("/q/health/ready");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.jsonPath().getString("checks.find { it.name == 'audit' }.data.halted"))
                .startsWith("The checkpoint of size 7 was signed with the root ");
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(given().get("/v1/audit/events/1").statusCode()).isEqualTo(200);
    }

    @Test
    void records_again_once_an_operator_has_seen_to_it() throws SQLException {
        execute("select halt_log(7, sha256('signed'), sha256('found'), 9)");
        assertThat(record().statusCode()).isEqualTo(503);
        resume();

        long position = record().jsonPath().getLong("position");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/v1/audit/proofs/inclusion?position=" + position)
                                .statusCode()
                        == 200);
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void a_database_that_is_slow_for_some_seconds_is_not_away_and_one_that_is_silent_for_longer_is() throws Exception {
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        try (var connection = owner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table audit_halt in access exclusive mode");
            assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> given().get("/q/health/ready").statusCode() == 503);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }
}
