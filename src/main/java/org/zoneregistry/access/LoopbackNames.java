package org.zoneregistry.access;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemAnswers;

/**
 * Protects an open registry from web pages of other sites. The owner of a site can give its name the loopback address
 * (DNS rebinding). Then a browser takes the registry for that site, and lets the pages of the site send commands.
 *
 * <p>So an open registry answers only to names that no other site can have: addresses, {@code localhost} and names
 * below it (RFC 6761, 6.3), and names without a dot. A registry that a setting opens answers to every name.
 */
@Singleton
final class LoopbackNames {

    private static final Pattern SAFE =
            Pattern.compile("[^.]+|(?:.+[.])?localhost|[0-9]{1,3}(?:[.][0-9]{1,3}){3}|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    private final boolean isGuarded;
    private final ProblemAnswers answers;

    LoopbackNames(
            Access access,
            @ConfigProperty(name = AccessConfigSourceFactory.OPEN, defaultValue = "false") boolean isOpenByName,
            ProblemAnswers answers) {
        this.isGuarded = access.isOpen() && !isOpenByName;
        this.answers = answers;
    }

    void guard(@Observes Router router) {
        if (isGuarded) {
            router.route().order(OperatorRoutes.AFTER_FRONT_DOOR).handler(this::check);
        }
    }

    private void check(RoutingContext routing) {
        HostAndPort asked = routing.request().authority();
        if (asked == null || isSafe(asked.host())) {
            routing.next();
        } else {
            answers.end(
                    routing,
                    Problem.of(
                            ProblemType.FORBIDDEN,
                            "An open registry answers only to localhost, to names without a dot and to addresses, and"
                                    + " the request is for another name. The operator can open it for every name with "
                                    + AccessConfigSourceFactory.OPEN + "=true."));
        }
    }

    /** Whether no other site can have the name. */
    static boolean isSafe(@Nullable String host) {
        return host == null
                || host.isEmpty()
                || SAFE.matcher(host.toLowerCase(Locale.ROOT).replaceFirst("[.]$", ""))
                        .matches();
    }
}
