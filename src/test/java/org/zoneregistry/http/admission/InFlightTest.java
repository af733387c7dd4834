package org.zoneregistry.http.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

class InFlightTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InFlight inFlight = new InFlight(3, 100, meters);

    @Test
    void so_many_requests_are_taken_and_no_more() {
        inFlight.enter();
        inFlight.enter();
        inFlight.enter();
        refuses(inFlight::enter);
        inFlight.leave();
        inFlight.enter();
        assertThat(inFlight.requests()).isEqualTo(3);
    }

    @Test
    void reads_leave_room_for_commands() {
        var room = new InFlight(4, 100, meters);
        room.enterRead();
        room.enterRead();
        refuses(room::enterRead);
        room.enter();
        room.enter();
        refuses(room::enter);
        room.leave();
        room.leaveRead();
        room.enterRead();
        assertThat(room.requests()).isEqualTo(3);
    }

    @Test
    void so_many_bytes_are_held_and_no_more() {
        inFlight.hold(60);
        refuses(() -> inFlight.hold(41));
        inFlight.hold(40);
        refuses(() -> inFlight.hold(1));
        inFlight.release(60);
        inFlight.hold(60);
    }

    @Test
    void what_is_refused_is_counted() {
        refuses(() -> inFlight.hold(101));
        assertThat(meters.counter("registry.http.refused").count()).isEqualTo(1);
    }

    private static void refuses(ThrowingCallable more) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(more).satisfies(refused -> {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(refused.problem().headers()).containsEntry("Retry-After", "1");
        });
    }
}
