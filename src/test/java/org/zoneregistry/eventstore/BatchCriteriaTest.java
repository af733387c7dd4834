package org.zoneregistry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.eventstore.LogFixture.get;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.eventstore.PendingAppend.Condition;

/** The criteria of a batch hold whether they are looked up or not because no event of their types came since. */
class BatchCriteriaTest {

    private static final Criterion A_OF_ZONE = new Criterion(List.of("A", "C"), List.of("zone:a"));

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_old_decision_is_compared_with_all_that_came_and_a_new_one_with_what_came_since() {
        append(Stream.concat(Stream.of("A"), IntStream.range(0, 1_100).mapToObj(i -> "B"))
                .toList());

        assertThat(appended(0, 1, 150, 1_101)).containsExactly(false, true, true, true);
    }

    @Test
    void what_came_a_moment_ago_is_found() {
        append(List.of("A", "B", "A", "B"));

        assertThat(appended(1, 2, 3, 4)).containsExactly(false, false, true, true);
    }

    /** Which of some commands of one batch are appended, each decided at a position. */
    private List<Boolean> appended(long... markers) {
        List<PendingAppend> commands = Arrays.stream(markers)
                .mapToObj(marker -> command(List.of("B"), new Condition(marker, List.of(A_OF_ZONE), Map.of())))
                .toList();
        return call(commands).stream().map(outcome -> outcome.receipt() != null).toList();
    }

    private void append(List<String> types) {
        assertThat(call(List.of(command(types, Condition.NONE)))).hasSize(1);
    }

    private static PendingAppend command(List<String> types, Condition condition) {
        return new PendingAppend(
                types.stream()
                        .map(type -> EncodedEvent.of(
                                UUID.randomUUID(), type, 1, List.of("zone:a"), Map.of(), TextNode.valueOf("x")))
                        .toList(),
                condition,
                0);
    }

    private List<AppendOutcome> call(List<PendingAppend> commands) {
        AppendBatch batch = new AppendBatch(UUID.randomUUID(), commands, null, 0);
        assertThat(batch.sql()).contains("append_commands");
        return batch.outcomes(get(fixture.pool()
                .preparedQuery(batch.sql())
                .execute(batch.arguments())
                .toCompletionStage()));
    }
}
