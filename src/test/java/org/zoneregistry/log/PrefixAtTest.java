package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.Appends.append;
import static org.zoneregistry.log.LogFixture.get;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** The database decides which prefix is final at an instant, and the decision holds whatever its clock does. */
@NeedsServer
class PrefixAtTest {

    private final LogFixture fixture = new LogFixture();
    private final PostgresEventStorageEngine engine = fixture.engine();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Instant now() {
        return Instant.EPOCH.plus(
                fixture.database().number("select (extract(epoch from clock_timestamp()) * 1000000)::bigint"),
                ChronoUnit.MICROS);
    }

    private PrefixAt at(Instant instant) {
        return get(engine.log().prefixAt(instant));
    }

    @Test
    void the_moment_of_an_event_is_final() {
        append(engine, "A", "x");
        LogHead head = get(engine.log().head());
        assertThat(at(head.recordedAt())).isEqualTo(new PrefixAt(head, true, false));
        assertThat(at(head.recordedAt().minusNanos(1_000))).isEqualTo(new PrefixAt(LogHead.EMPTY, true, false));
    }

    @Test
    void what_has_just_passed_may_still_grow_and_what_is_to_come_is_the_future() {
        append(engine, "A", "x");
        assertThat(at(now()).isFinal()).isFalse();
        assertThat(at(now()).isFuture()).isFalse();
        assertThat(at(now().plusSeconds(60)).isFuture()).isTrue();
    }

    @Test
    void the_empty_log_has_pasts_too() {
        assertThat(at(now().minusSeconds(60))).isEqualTo(new PrefixAt(LogHead.EMPTY, true, false));
        append(engine, "A", "x");
    }

    @Test
    void nothing_is_recorded_any_more_in_what_was_answered_as_final_even_by_a_clock_that_goes_back() {
        append(engine, "A", "x");
        append(engine, "A", "x");
        fixture.database()
                .execute("update event set recorded_at = recorded_at - interval '1 hour';"
                        + " update log_clock set reached = clock_timestamp() + interval '1 hour'");
        Instant answered = now().plus(Duration.ofMinutes(59));
        assertThat(at(answered)).extracting(PrefixAt::isFinal).isEqualTo(true);

        append(engine, "A", "next to what this engine knows");
        append(fixture.engine(), "A", "by an engine that knows nothing");
        append(engine, "A", "after another's");
        assertThat(get(engine.log().readAfter(2, 10)))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.recordedAt()).isAfter(answered));
    }
}
