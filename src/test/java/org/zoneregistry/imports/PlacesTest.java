package org.zoneregistry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.zoneregistry.imports.body.BodyPatience;
import org.zoneregistry.imports.body.BodyPipe;

/** Limits to three open files, and slow clients that lose their places. */
class PlacesTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final BodyPatience PATIENCE = new BodyPatience(Duration.ofMinutes(1), 500);

    private final Places places = new Places(3);

    @AfterAll
    static void close() {
        VERTX.close();
    }

    /** A body that the test sends. */
    private static final class Body implements ReadStream<Buffer> {

        private @Nullable Handler<Buffer> handler;

        void send(int bytes) {
            if (handler != null) {
                handler.handle(Buffer.buffer(new byte[bytes]));
            }
        }

        @Override
        public Body handler(@Nullable Handler<Buffer> handler) {
            this.handler = handler;
            return this;
        }

        @Override
        public Body exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public Body endHandler(@Nullable Handler<Void> handler) {
            return this;
        }

        @Override
        public Body pause() {
            return this;
        }

        @Override
        public Body resume() {
            return this;
        }

        @Override
        public Body fetch(long amount) {
            return this;
        }
    }

    /** Opens a file, receives that many bytes, and waits for more. Completes with the text of the failure. */
    private CompletableFuture<String> open(int bytes) {
        var body = new Body();
        Places.Place place = places.enter();
        var pipe = new BodyPipe(body, VERTX.getOrCreateContext(), PATIENCE, place);
        place.isFor(pipe);
        body.send(bytes);
        var ended = new CompletableFuture<String>();
        Thread.startVirtualThread(() -> {
            try {
                place.end();
                pipe.readNBytes(bytes + 1);
                ended.complete("read");
            } catch (IOException | InterruptedException over) {
                ended.complete(String.valueOf(over.getMessage()));
            } finally {
                place.rest();
                place.leave();
            }
        });
        return ended;
    }

    @Test
    void the_slowest_client_loses_its_place_and_only_a_slow_one() {
        CompletableFuture<String> slow = open(100);
        CompletableFuture<String> slowest = open(10);
        CompletableFuture<String> fast = open(1_000_000);
        assertThatThrownBy(places::enter).hasMessageContaining("too-many-jobs");

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try {
                places.enter();
                return true;
            } catch (RuntimeException tooMany) {
                return false;
            }
        });

        assertThat(slowest).succeedsWithin(Duration.ofSeconds(5)).asString().contains("others waited");
        assertThat(slow).isNotDone();
        places.enter();
        assertThat(slow).succeedsWithin(Duration.ofSeconds(5)).asString().contains("others waited");
        assertThatThrownBy(places::enter).hasMessageContaining("too-many-jobs");
        assertThat(fast).isNotDone();
    }

    @Test
    void files_that_wait_for_their_clients_are_not_worked_on() throws Exception {
        var many = new Places(1_000);
        for (int i = 0; i < 100; i++) {
            Places.Place waiting = many.enter();
            waiting.end();
            waiting.begin();
        }
        Places.Place next = many.enter();
        next.end();
        next.rest();
        next.rest();
        next.leave();
    }
}
