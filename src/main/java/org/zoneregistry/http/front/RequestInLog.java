package org.zoneregistry.http.front;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.zoneregistry.http.TraceParent;

/**
 * Gives each line that is logged for a request its trace and its correlation id, if the client has sent them in their
 * form. They are in the JSON of the log, below {@code mdc}, and in formats with {@code %X}. Each answer to a command
 * has the correlation id, also an early refusal.
 */
final class RequestInLog {

    static final String TRACE = "traceId";
    static final String CORRELATION = "correlationId";

    /** Of commands; any request may have it. */
    private static final String CORRELATION_ID = "Correlation-Id";

    private static final Pattern CORRELATION_FORM = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private RequestInLog() {}

    /** On the context of the request. */
    static void tell(HttpServerRequest request) {
        String trace = TraceParent.traceId(request);
        if (trace != null) {
            MDC.put(TRACE, trace);
        }
        String correlation = request.getHeader(CORRELATION_ID);
        if (correlation != null && CORRELATION_FORM.matcher(correlation).matches()) {
            MDC.put(CORRELATION, correlation);
        } else {
            correlation = UUID.randomUUID().toString();
        }
        if (request.method().equals(HttpMethod.POST)) {
            request.response().putHeader(CORRELATION_ID, correlation);
        }
    }
}
