package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/** Clients disconnect while their reads wait for a database connection. The connections must remain available. */
@QuarkusTest
class GoneClientsTest {

    private static final int CLIENTS = 12;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

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
        awaitNoneInFlight();
    }

    /** Nobody else is refused for those who don't wait. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/zones?limit=1 HTTP/1.1\r\n",
                "GET /v1/events?limit=1000 HTTP/1.1\r\n",
                "GET /v1/audit/export HTTP/1.1\r\n",
                "POST /v1/zones?dryRun=true HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n",
                "POST /v1/imports HTTP/1.1\r\nContent-Type: text/csv\r\nContent-Length: 2\r\n"
            })
    void places_come_back_soon(String head) throws Exception {
        for (int i = 0; i < 50; i++) {
            try (var socket = new Socket(registry.getHost(), registry.getPort())) {
                socket.getOutputStream().write((head + "Host: registry\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }
        awaitNoneInFlight();
    }

    @Test
    void what_fails_for_them_is_logged_only_if_nobody_expects_it() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        var handler = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                logged.add(line);
            }
        };
        Logger.getLogger("").addHandler(handler);
        try {
            Infrastructure.handleDroppedException(new TimeoutException());
            Infrastructure.handleDroppedException(new CompletionException(new IOException("closed")));
            Infrastructure.handleDroppedException(new ProblemException(Problem.of(ProblemType.OVERLOADED, "Later.")));
            Infrastructure.handleDroppedException(new IllegalStateException("a fault"));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(logged)
                .filteredOn(line -> line.getThrown() != null)
                .extracting(line -> line.getThrown().getMessage())
                .containsExactly("a fault");
    }

    private void awaitNoneInFlight() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                meters.get("registry.http.in.flight").gauge().value())
                        .isZero());
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
