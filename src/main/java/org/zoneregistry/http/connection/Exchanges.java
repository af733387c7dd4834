package org.zoneregistry.http.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.zoneregistry.http.Instants;

/** Begins an {@link Exchange} for every request. */
@Singleton
final class Exchanges {

    /** Headers that stop browsers from guessing types of answers, framing them, or showing them to other sites. */
    static final Map<String, String> FOR_BROWSERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** A browser that has come by TLS comes only by TLS for a year, also to other names below this one (RFC 6797). */
    private static final String TLS_ALONE = "max-age=31536000; includeSubDomains";

    private static final Pattern COMMA = Pattern.compile(",");

    private final Untaken untaken;
    private final InstantSource clock;
    private volatile Second second = new Second(Instant.EPOCH);

    Exchanges(Untaken untaken, InstantSource clock) {
        this.untaken = untaken;
        this.clock = clock;
    }

    /** A second and its written form. */
    private record Second(Instant instant, String date) {
        Second(Instant instant) {
            this(instant, Instants.httpDate(instant));
        }
    }

    /** Now, for the header Date (RFC 9110, 6.6.1). */
    private String date() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Second last = second;
        if (!now.equals(last.instant())) {
            last = new Second(now);
            second = last;
        }
        return last.date();
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::begin);
    }

    private void begin(RoutingContext routing) {
        Connection before = Connection.of(routing.request().connection());
        if (before != null && before.isEnding()) {
            return;
        }
        routing.response().putHeader(HttpHeaders.DATE, date());
        FOR_BROWSERS.forEach(routing.response()::putHeader);
        if (routing.request().isSSL()) {
            routing.response().putHeader("Strict-Transport-Security", TLS_ALONE);
        }
        Exchange exchange = Exchange.begin(routing);
        exchange.whenAnswered(
                () -> untaken.answered(exchange, routing.response().bytesWritten()));
        if (asksToClose(routing.request())) {
            exchange.beLast();
            routing.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        Connection connection = exchange.connection();
        if (connection == null || connection.isTaken()) {
            routing.next();
        } else {
            Context context = routing.vertx().getOrCreateContext();
            routing.request().pause(); // otherwise its body would be lost
            connection.whenTaken(() -> context.runOnContext(v -> {
                routing.request().resume();
                routing.next();
            }));
        }
    }

    /** RFC 9112, 9.6. Vert.x itself sees it only where it is the only option. */
    private static boolean asksToClose(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2
                && request.headers().getAll(HttpHeaderNames.CONNECTION).stream()
                        .flatMap(COMMA::splitAsStream)
                        .anyMatch(option -> HttpHeaderValues.CLOSE.contentEqualsIgnoreCase(option.strip()));
    }
}
