package org.zoneregistry.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.follow.Follower.Condition;
import org.zoneregistry.follow.Follower.Next;

class FollowerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofHours(1);

    /** The results of the next steps. Without one, a step waits to be woken. */
    private final Queue<Supplier<Uni<Next>>> outcomes = new ConcurrentLinkedQueue<>();

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private volatile Next afterFailure = Next.RETRY;
    private final Follower follower =
            new Follower("A follower of a test", null, NEVER, Duration.ofMillis(500), new Follower.Steps() {
                @Override
                public Uni<Next> take() {
                    taken.incrementAndGet();
                    Supplier<Uni<Next>> outcome = outcomes.poll();
                    return outcome == null ? Uni.createFrom().item(Next.whenWoken(Duration.ZERO)) : outcome.get();
                }

                @Override
                public Next failed(Throwable failure) {
                    return afterFailure;
                }

                @Override
                public Uni<Void> leave() {
                    left.incrementAndGet();
                    return Uni.createFrom().voidItem();
                }
            });

    @AfterEach
    void close() {
        follower.close();
    }

    private void then(Next next) {
        outcomes.add(() -> Uni.createFrom().item(next));
    }

    private void thenFail() {
        outcomes.add(() -> Uni.createFrom().failure(new IllegalStateException("a failure of a test")));
    }

    private void awaitTaken(int steps) {
        await().atMost(PATIENCE).until(() -> taken.get() == steps);
    }

    @Test
    void steps_are_taken_until_one_waits_and_again_when_it_is_woken() {
        then(Next.NOW);
        then(Next.after(Duration.ofMillis(10)));
        follower.start();
        awaitTaken(3);

        follower.wake();

        awaitTaken(4);
        assertThat(follower.condition()).isEqualTo(Condition.RUNNING);
        assertThat(left).hasValue(0);
    }

    @Test
    void a_follower_that_is_woken_during_a_step_takes_another() {
        var slow = new CompletableFuture<Next>();
        outcomes.add(() -> Uni.createFrom().completionStage(slow));
        follower.start();
        awaitTaken(1);
        follower.wake();
        assertThat(taken).hasValue(1);

        slow.complete(Next.whenWoken(Duration.ZERO));

        awaitTaken(2);
    }

    @Test
    void a_failed_step_is_retried_after_resources_are_released() {
        thenFail();
        thenFail();
        follower.start();

        awaitTaken(3);

        assertThat(left).hasValue(2);
        await().atMost(PATIENCE).until(() -> follower.condition() == Condition.RUNNING);
        assertThat(follower.error()).isNull();
    }

    @Test
    void a_step_that_throws_or_never_ends_has_failed() {
        outcomes.add(() -> Uni.createFrom().nothing());
        outcomes.add(() -> {
            throw new IllegalStateException("a failure of a test");
        });
        follower.start();

        awaitTaken(3);

        assertThat(left).hasValue(2);
    }

    @Test
    void it_stops_if_a_step_says_so_until_it_is_started_again() {
        thenFail();
        afterFailure = Next.STOP;
        follower.start();
        await().atMost(PATIENCE).until(() -> follower.condition() == Condition.STOPPED && left.get() == 1);
        follower.wake();
        assertThat(taken).hasValue(1);
        assertThat(follower.error()).hasMessageContaining("failure");

        follower.start();

        awaitTaken(2);
        assertThat(follower.error()).isNull();
    }

    @Test
    void a_closed_follower_finishes_its_step_and_releases_its_resources() {
        var slow = new CompletableFuture<Next>();
        outcomes.add(() -> Uni.createFrom().completionStage(slow));
        follower.start();
        awaitTaken(1);
        follower.close();
        assertThat(left).hasValue(0);

        slow.complete(Next.NOW);

        await().atMost(PATIENCE).until(() -> left.get() == 1);
        assertThat(taken).hasValue(1);
        follower.start();
        awaitTaken(2);
    }
}
