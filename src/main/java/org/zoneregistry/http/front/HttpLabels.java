package org.zoneregistry.http.front;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.opentelemetry.api.trace.Span;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.zoneregistry.tracing.Traces;

/**
 * Labels of the metrics of requests, and names of their spans. If a request reaches no resource method, Quarkus uses
 * the sent path and method as labels. Any client could then create any number of time series, and after the limit of
 * the meter registry is reached, resources are not measured either. So {@code uri} is the template of a route or
 * {@value #UNKNOWN}, and {@code method} is a method of RFC 9110 or {@value #UNKNOWN}.
 */
@Singleton
final class HttpLabels implements MeterFilter, HttpServerMetricsTagsContributor {

    static final String UNKNOWN = "UNKNOWN";

    private static final String METHOD = "method";
    private static final String URI = "uri";

    /** Where quarkus-rest keeps the template of the method's address. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** Sets the name of a request, unless it reaches a resource method: then the method's template is used. */
    static void call(RoutingContext routing, String name) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(routing);
        if (metric != null) { // metrics may be disabled
            metric.setTemplatePath(name);
        }
    }

    /** Gives the span of a traced request its name: the method and the template of its route. */
    static void nameSpan(RoutingContext routing) {
        Span span = Traces.current();
        if (span.isRecording()) {
            routing.addHeadersEndHandler(answering -> {
                String method = routing.request().method().name();
                String template = ((HttpServerRequestInternal) routing.request())
                        .context()
                        .getLocal(TEMPLATE);
                span.updateName(
                        (METHODS.contains(method) ? method : "HTTP") + (template == null ? "" : " " + template));
            });
        }
    }

    /** Labels of answered requests. */
    @Override
    public Tags contribute(Context context) {
        return METHODS.contains(context.request().method().name()) ? Tags.empty() : Tags.of(METHOD, UNKNOWN);
    }

    /** Makes every template begin with a slash. */
    @Override
    public Meter.Id map(Meter.Id id) {
        return REQUESTS.equals(id.getName()) && ("/" + UNKNOWN).equals(id.getTag(URI))
                ? id.withTag(Tag.of(URI, UNKNOWN))
                : id;
    }

    /** Requests that were broken off get no labels, so a request with an unknown method is not measured. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String method = id.getTag(METHOD);
        return !REQUESTS.equals(id.getName()) || method == null || UNKNOWN.equals(method) || METHODS.contains(method)
                ? MeterFilterReply.NEUTRAL
                : MeterFilterReply.DENY;
    }
}
