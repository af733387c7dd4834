package org.zoneregistry.asof.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

class SeatsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void those_who_wait_get_seats_in_the_order_in_which_they_came() {
        var seats = new Seats(1, LONG);
        var first = new Guest(seats);
        var second = new Guest(seats);
        var third = new Guest(seats);

        first.outcome.assertCompleted();
        second.outcome.assertNotTerminated();
        first.seat.leave();
        second.outcome.awaitItem();
        third.outcome.assertNotTerminated();
        second.seat.leave();
        third.outcome.awaitItem();
        third.seat.leave();
        assertThat(seats.free()).isEqualTo(1);
    }

    @Test
    void who_waits_too_long_is_refused_and_leaves_the_line() {
        var seats = new Seats(1, Duration.ofMillis(20));
        var first = new Guest(seats);
        var second = new Guest(seats);

        assertOverloaded(second);
        second.seat.leave();
        first.seat.leave();
        assertThat(seats.free()).isEqualTo(1);
    }

    @Test
    void who_goes_while_waiting_is_passed_over() {
        var seats = new Seats(1, LONG);
        var first = new Guest(seats);
        var gone = new Guest(seats);
        var third = new Guest(seats);

        gone.outcome.cancel();
        gone.seat.leave();
        first.seat.leave();
        third.outcome.awaitItem();
        gone.outcome.assertNotTerminated();
    }

    @Test
    void a_seat_is_given_back_once_however_often_it_is_left() {
        var seats = new Seats(2, LONG);
        var first = new Guest(seats);
        first.seat.leave();
        first.seat.leave();

        assertThat(seats.free()).isEqualTo(2);
    }

    @Test
    void no_seat_is_lost_when_many_come_and_go_at_once() throws Exception {
        var seats = new Seats(3, Duration.ofMillis(2));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                var random = new Random(thread);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        var guest = new Guest(seats);
                        if (random.nextBoolean()) {
                            guest.outcome.cancel();
                        }
                        guest.seat.leave();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(seats.free()).isEqualTo(3);
    }

    private static void assertOverloaded(Guest guest) {
        Throwable failure = guest.outcome.awaitFailure().getFailure();
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.OVERLOADED));
    }

    private static final class Guest {
        private final Seats.Seat seat;
        private final UniAssertSubscriber<Void> outcome;

        Guest(Seats seats) {
            seat = seats.seat();
            outcome = seat.taken().subscribe().withSubscriber(UniAssertSubscriber.create());
        }
    }
}
