package org.zoneregistry.imports.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BodyPipeTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final Context context = VERTX.getOrCreateContext();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicInteger goneOn = new AtomicInteger();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    /**
     * A client that sends as much as it may, on the event loop, and nothing while it is paused. Chunks of 0 bytes mean
     * that it sends nothing by itself.
     */
    private final class Client implements ReadStream<Buffer> {

        private final long total;
        private final int chunk;
        private long sent;
        private boolean stopped = true;
        private @Nullable Handler<Buffer> handler;
        private @Nullable Handler<@Nullable Void> end;
        private @Nullable Handler<Throwable> failed;
        final AtomicLong ahead = new AtomicLong();
        final AtomicLong mostAhead = new AtomicLong();

        Client(long total, int chunk) {
            this.total = total;
            this.chunk = chunk;
        }

        private void send() {
            if (stopped || sent == total || chunk == 0) {
                return;
            }
            int length = (int) Math.min(chunk, total - sent);
            sent += length;
            mostAhead.accumulateAndGet(ahead.addAndGet(length), Math::max);
            if (handler != null) {
                handler.handle(Buffer.buffer(new byte[length]));
            }
            if (sent == total && end != null) {
                end.handle(null);
            } else {
                context.runOnContext(v -> send());
            }
        }

        /** Sends one byte, also while it is paused. */
        void sendOne() {
            if (handler != null) {
                handler.handle(Buffer.buffer(new byte[1]));
            }
        }

        void goAway() {
            if (failed != null) {
                failed.handle(new IOException("reset by peer"));
            }
        }

        @Override
        public Client exceptionHandler(@Nullable Handler<Throwable> handler) {
            failed = handler;
            return this;
        }

        @Override
        public Client handler(@Nullable Handler<Buffer> handler) {
            this.handler = handler;
            return this;
        }

        @Override
        public Client pause() {
            stopped = true;
            return this;
        }

        @Override
        public Client resume() {
            stopped = false;
            context.runOnContext(v -> send());
            return this;
        }

        @Override
        public Client fetch(long amount) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Client endHandler(@Nullable Handler<Void> handler) {
            end = handler == null ? null : nothing -> handler.handle(null);
            return this;
        }
    }

    private BodyPipe pipe(ReadStream<Buffer> client) throws Exception {
        return pipe(client, new BodyPatience(Duration.ofSeconds(30), 1));
    }

    private BodyPipe pipe(ReadStream<Buffer> client, BodyPatience patience) throws Exception {
        var pause = new BodyPipe.Pause() {
            @Override
            public void begin() {
                idle.incrementAndGet();
            }

            @Override
            public void end() {
                goneOn.incrementAndGet();
            }
        };
        var pipe = new CompletableFuture<BodyPipe>();
        context.runOnContext(v -> pipe.complete(new BodyPipe(client, context, patience, pause)));
        return pipe.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_client_that_is_faster_than_the_reader_is_paused() throws Exception {
        long total = 20_000_000;
        var client = new Client(total, 16_384);
        BodyPipe pipe = pipe(client);
        byte[] bytes = new byte[10_000];
        long read = 0;
        for (int n = pipe.read(bytes); n >= 0; n = pipe.read(bytes)) {
            read += n;
            client.ahead.addAndGet(-n);
        }
        assertThat(read).isEqualTo(total);
        assertThat(pipe.received()).isEqualTo(total);
        assertThat(client.mostAhead.get()).isLessThanOrEqualTo(BodyPipe.HIGH + 3 * 16_384);
        assertThat(pipe.read()).isEqualTo(-1);
    }

    @Test
    void no_more_bytes_are_received_than_may_wait() throws Exception {
        var client = new Client(20_000_000, 16_384);
        BodyPipe pipe = pipe(client);
        var passed = new CountDownLatch(1);
        VERTX.setTimer(300, v -> passed.countDown());
        assertThat(passed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(pipe.received()).isBetween((long) BodyPipe.HIGH, BodyPipe.HIGH + 16_384L);
    }

    @Test
    void a_reader_reports_its_wait_for_the_client_and_gets_a_lost_connection() throws Exception {
        var client = new Client(10, 4);
        BodyPipe pipe = pipe(client);
        assertThat(pipe.readNBytes(10)).hasSize(10);
        assertThat(pipe.read()).isEqualTo(-1);

        var slow = new Client(1, 0);
        BodyPipe waiting = pipe(slow);
        VERTX.setTimer(200, v -> slow.goAway());
        assertThatThrownBy(waiting::read).isInstanceOf(BrokenOffException.class).hasMessageContaining("lost");
        assertThatThrownBy(waiting::read).isInstanceOf(BrokenOffException.class).hasMessageContaining("lost");
        assertThat(idle.get()).isEqualTo(1);
        assertThat(goneOn.get()).isEqualTo(1);
    }

    @Test
    void a_client_that_sends_nothing_for_too_long_is_given_up() throws Exception {
        BodyPipe pipe = pipe(new Client(1, 0), new BodyPatience(Duration.ofMillis(300), 1));
        assertThatThrownBy(pipe::read).isInstanceOf(BrokenOffException.class).hasMessageContaining("slowly");
        assertThat(pipe.isStopped()).isTrue();
        assertThatThrownBy(pipe::read).isInstanceOf(BrokenOffException.class).hasMessageContaining("slowly");
    }

    @Test
    void a_client_that_sends_too_slowly_is_given_up_but_not_because_of_a_slow_reader() throws Exception {
        var client = new Client(1_000, 0);
        BodyPipe pipe = pipe(client, new BodyPatience(Duration.ofMillis(300), 1_000));
        long timer = VERTX.setPeriodic(20, v -> context.runOnContext(w -> client.sendOne()));
        assertThatThrownBy(() -> pipe.readNBytes(1_000))
                .isInstanceOf(BrokenOffException.class)
                .hasMessageContaining("slowly");
        VERTX.cancelTimer(timer);
        assertThat(pipe.received()).isBetween(5L, 500L);

        BodyPipe other = pipe(new Client(10, 10), new BodyPatience(Duration.ofMillis(300), 1));
        Thread.sleep(600);
        assertThat(other.readNBytes(10)).hasSize(10);
    }

    @Test
    void a_stopped_pipe_gives_no_more_bytes_although_many_have_arrived() throws Exception {
        BodyPipe pipe = pipe(new Client(100_000, 1_000));
        assertThat(pipe.readNBytes(1_000)).hasSize(1_000);
        pipe.stop(BrokenOffException.stopped("enough"));
        assertThatThrownBy(() -> pipe.readNBytes(50_000)).hasMessage("enough");
        assertThatThrownBy(pipe::throwIfOver).hasMessage("enough");
    }
}
