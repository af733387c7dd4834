package org.zoneregistry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.connection.ExchangeOfNobody;

/** The calls on the response, and their order. */
class StreamedAnswerTest {

    private final List<String> calls = new ArrayList<>();
    private final List<Throwable> answered = new ArrayList<>();
    private final ExchangeOfNobody client = new ExchangeOfNobody();
    private final AnswerWriter writer = new AnswerWriter(ExchangeOfNobody.untaken(1_000_000, 10));
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    @Test
    void a_short_answer_takes_no_place_that_is_for_handlers_of_others() {
        answer(Multi.createFrom().items("a", "b"));
        assertThat(calls).containsExactly("setChunked", "write a", "write b", "end");
    }

    @Test
    void what_fails_is_cut_off_and_not_ended() {
        answer(Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item("a"), Multi.createFrom().failure(new IllegalStateException("gone"))));
        assertThat(calls).containsExactly("setChunked", "write a");
        assertThat(client.isCut()).isTrue();
    }

    @Test
    void a_failure_before_the_first_part_is_answered() {
        answer(Multi.createFrom().failure(new IllegalStateException("gone")));
        assertThat(answered).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(calls).containsExactly("setChunked");
        assertThat(client.isCut()).isFalse();
    }

    @Test
    void nothing_is_made_or_written_once_the_client_has_gone() {
        written = new CompletableFuture<>();
        List<String> made = new ArrayList<>();
        answer(Multi.createFrom().items("a", "b", "c").onItem().invoke(made::add));
        client.goes();
        written.complete(null);
        assertThat(calls).containsExactly("setChunked", "write a");
        assertThat(made).containsExactly("a");
    }

    @Test
    void the_next_slice_is_handed_over_when_the_one_before_it_is_taken() {
        written = new CompletableFuture<>();
        String part = "x".repeat(AnswerWriter.SLICE + 1);
        answer(Multi.createFrom().items(part));
        assertThat(calls).containsExactly("setChunked", "write " + "x".repeat(AnswerWriter.SLICE));
        written.complete(null);
        assertThat(calls).endsWith("write x", "end").hasSize(4);
    }

    @Test
    void a_body_that_was_made_is_written_in_slices_too() {
        writer.write(client.exchange(), response(), new byte[2 * AnswerWriter.SLICE], false);
        assertThat(calls)
                .hasSize(4)
                .startsWith("setResponseHeader Content-Length 32768")
                .endsWith("end");
    }

    private void answer(Multi<String> parts) {
        var streamed = new StreamedAnswer(parts.map(part -> part.getBytes(UTF_8)));
        writer.write(client.exchange(), response(), streamed, answered::add);
    }

    private ServerHttpResponse response() {
        return (ServerHttpResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServerHttpResponse.class}, (proxy, method, arguments) -> {
                    String call = method.getName();
                    if (call.equals("write")) {
                        calls.add("write " + new String((byte[]) arguments[0], UTF_8));
                        return written;
                    }
                    calls.add(call.equals("setResponseHeader") ? call + " " + arguments[0] + " " + arguments[1] : call);
                    return proxy;
                });
    }
}
