package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A receiver of OpenTelemetry's traces sees a command from its request to the read models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // before all tests
    private SpanReceiver receiver;

    @SuppressWarnings("NullAway.Init") // before all tests
    private PackagedRegistry registry;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        receiver = new SpanReceiver();
        registry = Launch.embedded(directory)
                .with("-Dregistry.traces.endpoint=" + receiver.address(), "-Dregistry.traces.delay=200ms")
                .start();
    }

    @AfterAll
    void stop() {
        registry.close();
        receiver.close();
    }

    @Test
    void a_command_is_one_trace_from_its_request_to_the_read_models() throws Exception {
        String event = establish("traced", "traceparent", "00-" + TRACE + "-" + CALLER + "-01");

        await().atMost(PATIENCE)
                .until(() -> names(TRACE).toList().containsAll(List.of("project registry", "project statistics")));
        Span request = span(TRACE, "POST /v1/zones");
        Span append = span(TRACE, "append");
        assertThat(hex(request.getParentSpanId())).isEqualTo(CALLER);
        assertThat(span(TRACE, "decide establish-zone").getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(append.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(hex(append.getSpanId())).isEqualTo(event.replace("-", "").substring(16));
        assertThat(span(TRACE, "project registry").getParentSpanId()).isEqualTo(append.getSpanId());
        assertThat(span(TRACE, "project statistics").getParentSpanId()).isEqualTo(append.getSpanId());
    }

    @Test
    void a_request_without_a_trace_begins_one_that_its_event_names() throws Exception {
        String event = establish("new-harbour");

        String trace = StreamSupport.stream(registry.getJson("/v1/events").spliterator(), false)
                .filter(logged -> logged.path("id").asText().equals(event))
                .map(logged -> logged.path("traceid").asText())
                .findFirst()
                .orElseThrow();
        await().atMost(PATIENCE).until(() -> names(trace).anyMatch("project registry"::equals));
        assertThat(hex(span(trace, "POST /v1/zones").getParentSpanId())).isEmpty();
    }

    @Test
    void requests_alone_begin_a_trace_and_statements_are_below_them() throws Exception {
        var _ = establish("read");
        await().until(() -> registry.get("/v1/zones/read").statusCode() == 200);

        await().atMost(PATIENCE)
                .until(() -> receiver.spans().stream()
                        .anyMatch(span -> span.getName().equals("GET /v1/zones/{code}")));
        assertThat(receiver.spans())
                .filteredOn(span -> span.getParentSpanId().isEmpty())
                .allMatch(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER);
        Span read = receiver.spans().stream()
                .filter(span -> span.getName().equals("GET /v1/zones/{code}"))
                .findFirst()
                .orElseThrow();
        assertThat(receiver.spans())
                .filteredOn(span -> span.getParentSpanId().equals(read.getSpanId()))
                .isNotEmpty();
    }

    @Test
    void a_caller_that_does_not_sample_is_not_traced() throws Exception {
        String unsampled = TRACE.replace('4', '5');
        var _ = establish("unsampled", "traceparent", "00-" + unsampled + "-" + CALLER + "-00");
        String later = TRACE.replace('4', '6');
        var _ = establish("later", "traceparent", "00-" + later + "-" + CALLER + "-01");

        await().atMost(PATIENCE).until(() -> names(later).anyMatch("append"::equals));
        assertThat(names(unsampled)).doesNotContain("POST /v1/zones", "decide establish-zone", "append");
    }

    /** Returns the id of the event. */
    private String establish(String code, String... headers) throws IOException {
        var answer = registry.post("/v1/zones", code, """
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                "effectiveOn": "2010"}""".formatted(code), headers);
        assertThat(answer.statusCode()).isEqualTo(201);
        return new ObjectMapper()
                .readTree(answer.body())
                .path("events")
                .get(0)
                .path("id")
                .asText();
    }

    private Stream<String> names(String trace) {
        return of(trace).stream().map(Span::getName);
    }

    private Span span(String trace, String name) {
        return of(trace).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(names(trace).toList() + " has no " + name));
    }

    private List<Span> of(String trace) {
        return receiver.spans().stream()
                .filter(span -> hex(span.getTraceId()).equals(trace))
                .toList();
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
