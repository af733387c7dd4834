package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients disconnect while their reads wait for a database connection. The connections must remain available. */
@QuarkusTest
class GoneClientsTest {

    private static final int CLIENTS = 12;

    @Inject
    Pool pool;

    @TestHTTPResource
    URI registry;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/zones",
                "/v1/zones/none/timeline",
                "/v1/statistics/trade?from=2022&groupBy=hsChapter,partner",
                "/v1/sdmx/data/TRADE/all"
            })
    void connections_come_back(String path) throws Exception {
        RestAssured.get(path); // the first request fills caches
        List<SqlConnection> all = take(Duration.ofMillis(500));
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(ask(path));
        }
        Thread.sleep(500);
        for (Socket client : clients) {
            client.close();
        }
        Thread.sleep(500);
        for (SqlConnection connection : all) {
            connection.close();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(countOf(take(Duration.ofSeconds(1))))
                        .as("connections that can be taken, of those that could before")
                        .isGreaterThanOrEqualTo(all.size()));
    }

    private static int countOf(List<SqlConnection> taken) {
        taken.forEach(SqlConnection::close);
        return taken.size();
    }

    private Socket ask(String path) throws Exception {
        var socket = new Socket(registry.getHost(), registry.getPort());
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: registry\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Takes all connections of the pool that are free in time. Connections that come later are returned at once. */
    private List<SqlConnection> take(Duration patience) throws Exception {
        List<SqlConnection> taken = new ArrayList<>();
        while (true) {
            Future<SqlConnection> next = pool.getDelegate().getConnection();
            try {
                taken.add(
                        next.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException none) {
                next.onSuccess(SqlConnection::close);
                return taken;
            }
        }
    }
}
