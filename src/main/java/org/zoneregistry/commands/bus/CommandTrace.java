package org.zoneregistry.commands.bus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.traces.Span;
import org.zoneregistry.traces.Span.Kind;
import org.zoneregistry.traces.SpanContext;
import org.zoneregistry.traces.Traces;

/** The spans of one attempt at a command, within that of the request: its decision, and its append if it has one. */
final class CommandTrace {

    private static final ResourceKey<CommandTrace> KEY = ResourceKey.withLabel("commandTrace");

    private final Traces traces;
    private final SpanContext request;
    private final String command;
    private final Instant begun;
    private volatile @Nullable Instant decided;
    private volatile @Nullable UUID firstEvent;

    private CommandTrace(Traces traces, SpanContext request, String command) {
        this.traces = traces;
        this.request = request;
        this.command = command;
        this.begun = traces.now();
    }

    /** Begins, if the command belongs to a traced request. */
    static void begin(Traces traces, String command, ProcessingContext context) {
        SpanContext request = traces.areOn() ? SpanContext.current() : null;
        if (request == null) {
            return;
        }
        var trace = new CommandTrace(traces, request, command);
        context.putResource(KEY, trace);
        context.runOnPrepareCommit(now -> trace.decided(false));
        context.runOnAfterCommit(now -> trace.appended(false));
        context.onError((now, phase, failure) -> trace.failed());
    }

    /** The command appends an event. */
    static void appends(ProcessingContext context, UUID event) {
        CommandTrace trace = context.getResource(KEY);
        if (trace != null && trace.firstEvent == null) {
            trace.firstEvent = event;
        }
    }

    private void decided(boolean failed) {
        Instant now = traces.now();
        decided = now;
        end(request.sibling(), "decide " + command, begun, now, failed);
    }

    private void appended(boolean failed) {
        Instant since = decided;
        UUID event = firstEvent;
        if (since != null && event != null) {
            end(SpanContext.ofAppend(request.traceId(), event), "append", since, traces.now(), failed);
        }
    }

    private void failed() {
        if (decided == null) {
            decided(true);
        } else {
            appended(true);
        }
    }

    private void end(SpanContext span, String name, Instant from, Instant to, boolean failed) {
        traces.ended(new Span(
                span,
                request.spanId(),
                name,
                Kind.INTERNAL,
                from,
                to,
                Map.of("registry.command", command),
                List.of(),
                failed));
    }
}
