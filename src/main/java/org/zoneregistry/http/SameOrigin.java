package org.zoneregistry.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.body.FormBody;
import org.zoneregistry.http.body.StreamedBody;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Refuses requests that a web page of another site makes a browser send. Otherwise any page could start jobs with a
 * "simple" request of the Fetch standard, which browsers send without asking first (no body, a form, or plain text).
 *
 * <p>A request that can change something is refused
 *
 * <ul>
 *   <li>with {@code forbidden}, if {@code Origin} or {@code Sec-Fetch-Site} says that another site sends it. Clients
 *       other than browsers send neither header, and pass. If {@code quarkus.http.cors.enabled} is set, Quarkus has
 *       checked the {@code Origin} before, by {@code quarkus.http.cors.origins};
 *   <li>with {@code unsupported-media-type}, if its {@code Content-Type} is not JSON, even if it needs no body.
 *       Resources that take files check the type themselves.
 * </ul>
 *
 * <p>A {@link FormBody} is JSON in no case, so it needs more: {@code Origin} or {@code Sec-Fetch-Site} must say that a
 * page of this registry sends it. All browsers send one of them with a form.
 */
@Singleton
public final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final boolean isOriginJudged;

    SameOrigin(@ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean isOriginJudged) {
        this.isOriginJudged = isOriginJudged;
    }

    /** Runs before the body is read. */
    @ServerRequestFilter(priority = 50, nonBlocking = true)
    public void check(ContainerRequestContext context, RoutingContext routing, ResourceInfo resource) {
        if (SAFE.contains(context.getMethod())) {
            return;
        }
        HttpServerRequest request = routing.request();
        if (isOfAnotherSite(request)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "A page of another site sends this request. The operator can allow the site in"
                            + " quarkus.http.cors.origins.");
        }
        String mediaType = mediaType(request.getHeader(HttpHeaders.CONTENT_TYPE));
        if (resource.getResourceMethod().isAnnotationPresent(FormBody.class)) {
            checkForm(request, mediaType, resource.getResourceMethod().isAnnotationPresent(StreamedBody.class));
            return;
        }
        if (!mediaType.isEmpty()
                && !mediaType.equals("application/json")
                && !resource.getResourceMethod().isAnnotationPresent(StreamedBody.class)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as JSON in UTF-8, with Content-Type: application/json; without a body, leave"
                            + " Content-Type out.");
        }
    }

    private static void checkForm(HttpServerRequest request, String mediaType, boolean hasFile) {
        String origin = request.getHeader("Origin");
        if (!(origin != null && isOwn(origin, request)) && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "Only a page of this registry may send this form. Other clients send commands as JSON.");
        }
        String form = hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded";
        if (!mediaType.equals(form)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the form as " + form + ".");
        }
    }

    private boolean isOfAnotherSite(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (isOriginJudged && origin != null) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return (origin != null && !isOwn(origin, request))
                || (site != null && OTHER_SITES.contains(site.strip().toLowerCase(Locale.ROOT)));
    }

    /** Compares host and port. The scheme can't be compared, because a proxy may end TLS. */
    private static boolean isOwn(String origin, HttpServerRequest request) {
        var authority = request.authority();
        try {
            var uri = URI.create(origin.strip());
            return authority != null
                    && uri.getHost() != null
                    && uri.getHost().equalsIgnoreCase(authority.host())
                    && port(uri.getPort(), uri) == port(authority.port(), uri);
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private static int port(int given, URI origin) {
        return given > 0 ? given : "https".equalsIgnoreCase(origin.getScheme()) ? 443 : 80;
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
