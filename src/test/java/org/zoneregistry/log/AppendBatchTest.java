package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.PendingAppend.Condition;

/** The shortest function that can check the condition is called. */
class AppendBatchTest {

    private static final LogHead HEAD = new LogHead(40, Instant.parse("2026-01-01T00:00:00.000001Z"), new UUID(0, 40));
    private static final Criterion ZONE = new Criterion(List.of("A"), List.of("zone:a"));
    private static final Criterion ENTRY = new Criterion(List.of(), List.of("entry:1"));
    private static final Criterion BOTH = new Criterion(List.of(), List.of("entry:1", "zone:a"));

    @Test
    void what_holds_up_to_the_head_is_appended_at_the_next_position() {
        assertThat(form(HEAD, 1, new Condition(40, List.of(ZONE), Map.of()))).isEqualTo("append_at_head");
        assertThat(form(HEAD, 1, new Condition(40, List.of(BOTH), Map.of()))).isEqualTo("append_at_head");
        assertThat(form(HEAD, 1, new Condition(40, List.of(Criterion.ANY), Map.of())))
                .isEqualTo("append_at_head");
        assertThat(form(HEAD, 1, Condition.NONE)).isEqualTo("append_at_head");
    }

    @Test
    void a_tag_that_must_be_absent_from_the_beginning_on_may_come_with_it() {
        assertThat(form(HEAD, 1, new Condition(0, List.of(ZONE, ENTRY), Map.of(ZONE, 40L, ENTRY, 0L))))
                .isEqualTo("append_at_head");
        assertThat(form(HEAD, 1, new Condition(0, List.of(ZONE), Map.of()))).isEqualTo("append_event");
        assertThat(form(HEAD, 1, new Condition(1, List.of(ENTRY), Map.of()))).isEqualTo("append_event");
    }

    @Test
    void now_and_then_it_is_the_turn_of_the_function_that_makes_partitions() {
        Condition condition = new Condition(1_023, List.of(ZONE), Map.of());

        assertThat(form(new LogHead(1_023, HEAD.recordedAt(), HEAD.id()), 1, condition))
                .isEqualTo("append_event");
    }

    @Test
    void where_the_head_is_not_known_the_criteria_are_checked_in_the_log() {
        Condition condition = new Condition(40, List.of(ZONE), Map.of());

        assertThat(form(null, 1, condition)).isEqualTo("append_event");
        assertThat(form(new LogHead(39, Instant.EPOCH, HEAD.id()), 1, condition))
                .isEqualTo("append_event");
        assertThat(form(new LogHead(41, Instant.EPOCH, HEAD.id()), 1, condition))
                .isEqualTo("append_event");
    }

    @Test
    void anything_else_is_for_the_function_that_takes_anything() {
        Condition condition = new Condition(40, List.of(ZONE), Map.of());

        assertThat(form(HEAD, 2, condition)).isEqualTo("append_commands");
        for (long marker : List.of(0L, 39L)) {
            assertThat(form(HEAD, 1, new Condition(marker, List.of(BOTH), Map.of())))
                    .isEqualTo("append_commands");
            assertThat(form(HEAD, 1, new Condition(marker, List.of(Criterion.ANY), Map.of())))
                    .isEqualTo("append_commands");
        }
        assertThat(new AppendBatch(
                                UUID.randomUUID(),
                                List.of(command(1, condition), command(1, condition)),
                                HEAD,
                                KnownHistory.NOTHING)
                        .sql())
                .contains("append_commands");
    }

    private static String form(@Nullable LogHead head, int events, Condition condition) {
        String sql = new AppendBatch(UUID.randomUUID(), List.of(command(events, condition)), head, KnownHistory.NOTHING)
                .sql();
        return sql.substring(sql.indexOf("append_"), sql.indexOf('('));
    }

    private static PendingAppend command(int events, Condition condition) {
        return new PendingAppend(
                IntStream.range(0, events)
                        .mapToObj(i -> EncodedEvent.of(
                                UUID.randomUUID(), "B", 1, List.of("zone:a"), Map.of(), TextNode.valueOf("b")))
                        .toList(),
                condition,
                0);
    }
}
