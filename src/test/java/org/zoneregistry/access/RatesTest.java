package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.problem.ProblemException;

class RatesTest {

    private final Rates rates = new Rates(1);

    private void count(RoutingContext routing) {
        String subject = String.valueOf(routing.request().path()).substring(1);
        var caller = new Caller("https://issuer", subject, Set.of(), null, null, null, false, Set.of(), Set.of());
        try {
            rates.count(caller, routing);
        } catch (ProblemException refused) {
            routing.response().setStatusCode(refused.problem().type().status());
            refused.problem().headers().forEach(routing.response()::putHeader);
        }
        var _ = routing.response().end();
    }

    @Test
    void a_caller_is_told_to_wait_and_others_are_not() throws Exception {
        var vertx = Vertx.vertx();
        var router = Router.router(vertx);
        var _ = router.route().handler(this::count);
        try (var client = HttpClient.newHttpClient()) {
            int port = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS)
                    .actualPort();
            HttpResponse<Void> last = get(client, port, "somebody");
            assertThat(last.headers().firstValue("RateLimit-Policy")).hasValue("\"caller\";q=10;w=10");
            for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
                last = get(client, port, "somebody");
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(get(client, port, "another").statusCode()).isEqualTo(200);
        } finally {
            var _ = vertx.close();
        }
    }

    private static HttpResponse<Void> get(HttpClient client, int port, String subject) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + subject))
                        .build(),
                BodyHandlers.discarding());
    }
}
