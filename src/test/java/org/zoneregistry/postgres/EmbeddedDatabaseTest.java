package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddedDatabaseTest {
    @Inject
    Pool pool;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void the_application_is_ready_on_the_embedded_server() {
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void the_reactive_client_reaches_the_server_of_this_process() {
        String portAndUser = pool.query("select current_setting('port') || ' ' || current_user")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
        String jdbcUrl = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String port = jdbcUrl.replaceFirst(".*:(\\d+)/.*", "$1");
        assertThat(portAndUser).isEqualTo(port + " registry_app");
    }

    @Test
    void both_clients_trust_the_certificate_of_the_server_alone() throws SQLException {
        String ask = "select version from pg_stat_ssl where pid = pg_backend_pid()";
        assertThat(pool.query(ask).executeAndAwait().iterator().next().getString(0))
                .isEqualTo("TLSv1.3");
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(ask)) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getString(1)).isEqualTo("TLSv1.3");
        }
        assertThat(ConfigProvider.getConfig().getValue("quarkus.datasource.reactive.postgresql.ssl-mode", String.class))
                .isEqualTo("verify-ca");
    }
}
