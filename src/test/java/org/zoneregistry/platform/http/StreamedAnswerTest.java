package org.zoneregistry.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is called on the response, and in which order. */
class StreamedAnswerTest {

    private final List<String> calls = new ArrayList<>();
    private final AtomicReference<@Nullable Runnable> closeHandler = new AtomicReference<>();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    @Test
    void a_short_answer_takes_its_close_handler_before_it_is_over() {
        answer(Multi.createFrom().items("a", "b"));
        assertThat(calls).containsExactly("setChunked", "addCloseHandler", "write a", "write b", "end");
    }

    @Test
    void what_fails_is_cut_off_and_not_ended() {
        answer(Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item("a"), Multi.createFrom().failure(new IllegalStateException("gone"))));
        assertThat(calls).containsExactly("setChunked", "addCloseHandler", "write a", "reset");
    }

    @Test
    void nothing_is_made_or_written_once_the_client_has_gone() {
        written = new CompletableFuture<>();
        List<String> made = new ArrayList<>();
        answer(Multi.createFrom().items("a", "b", "c").onItem().invoke(made::add));
        requireNonNull(closeHandler.get()).run();
        written.complete(null);
        assertThat(calls).containsExactly("setChunked", "addCloseHandler", "write a");
        assertThat(made).containsExactly("a");
    }

    private void answer(Multi<String> parts) {
        new StreamedAnswer(parts.map(part -> part.getBytes(UTF_8))).writeTo(response());
    }

    private ServerHttpResponse response() {
        return (ServerHttpResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServerHttpResponse.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        calls.add("write " + new String((byte[]) arguments[0], UTF_8));
                        return written;
                    }
                    calls.add(method.getName());
                    if (method.getName().equals("addCloseHandler")) {
                        closeHandler.set((Runnable) arguments[0]);
                    }
                    return proxy;
                });
    }
}
