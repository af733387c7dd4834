package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.LogFixture.get;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.log.PendingAppend.Condition;
import org.zoneregistry.testing.NeedsServer;

/** Each criterion of a batch is enforced, both when it is looked up and when no later event could match it. */
@NeedsServer
class BatchCriteriaTest {

    private static final String ZONE = "zone:a";
    private static final Criterion A_OF_ZONE = new Criterion(List.of("A", "C"), List.of(ZONE));
    private static final long REJECTED = 0;

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void an_old_decision_is_compared_with_all_that_came_and_a_new_one_with_what_came_since() {
        append(Stream.concat(Stream.of("A"), IntStream.range(0, 1_100).mapToObj(i -> "B"))
                .toList());

        assertThat(appended(0, 1, 150, 1_101)).containsExactly(REJECTED, 1_102L, 1_103L, 1_104L);
    }

    @Test
    void what_came_a_moment_ago_is_found() {
        append(List.of("A", "B", "A", "B"));

        assertThat(appended(1, 2, 3, 4)).containsExactly(REJECTED, REJECTED, 5L, 6L);
    }

    @Test
    void each_set_of_types_is_compared_for_itself() {
        append(List.of("A", "B"));

        assertThat(positions(
                        0,
                        under(1, A_OF_ZONE),
                        under(1, new Criterion(List.of("B"), List.of(ZONE))),
                        under(1, new Criterion(List.of("B"), List.of("zone:b")))))
                .containsExactly(3L, REJECTED, 4L);
    }

    @Test
    void a_tag_that_must_be_absent_is_looked_for_among_all_that_came() {
        append(List.of("A", "B", "B"));
        Criterion ofZone = new Criterion(List.of(), List.of(ZONE));
        Criterion ofAnother = new Criterion(List.of(), List.of("zone:b"));

        assertThat(positions(0, under(0, ofZone), under(0, ofAnother), under(2, ofZone), under(3, ofZone)))
                .containsExactly(REJECTED, 4L, REJECTED, 5L);
    }

    @Test
    void nothing_is_appended_to_a_log_that_lacks_an_event_that_was_seen() {
        append(List.of("A", "B"));
        List<PendingAppend> commands =
                List.of(command(List.of("B"), Condition.NONE), command(List.of("B"), Condition.NONE));

        for (KnownHistory.Seen seen :
                List.of(new KnownHistory.Seen(2, UUID.randomUUID()), new KnownHistory.Seen(3, seen(2).id()))) {
            assertThatThrownBy(() -> call(commands, UUID.randomUUID(), seen)).hasMessageContaining("ZR003");
            assertThatThrownBy(() -> append(lone(seen))).hasMessageContaining("ZR003");
        }
        assertThat(append(lone(seen(2))))
                .extracting(BatchCriteriaTest::position)
                .containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 700, 1_101})
    void a_wrong_idea_of_the_head_changes_nothing(long reached) {
        append(Stream.concat(IntStream.range(0, 1_100).mapToObj(i -> "B"), Stream.of("A"))
                .toList());

        assertThat(positions(reached, under(1_100, A_OF_ZONE), command(List.of("B"), Condition.NONE)))
                .containsExactly(REJECTED, 1_102L);
        assertThat(positions(reached, command(List.of("B"), Condition.NONE), command(List.of("B"), Condition.NONE)))
                .containsExactly(1_103L, 1_104L);
        assertThat(positions(reached, under(1_100, A_OF_ZONE), under(1_101, A_OF_ZONE)))
                .containsExactly(REJECTED, 1_105L);
    }

    @Test
    void what_carries_a_sealed_tag_is_told_so_and_the_rest_is_appended() {
        append(List.of("B"));
        get(new SealedTags(fixture.pool()).seal("key:1", new byte[0]));
        PendingAppend sealed = new PendingAppend(List.of(event("B", "key:1")), Condition.NONE, 0);

        List<AppendOutcome> outcomes =
                call(List.of(sealed, command(List.of("B", "B"), Condition.NONE)), UUID.randomUUID(), seen(1));

        assertThat(outcomes.getFirst().rejection()).isInstanceOf(TagSealedException.class);
        assertThat(position(outcomes.getLast())).isEqualTo(3);
    }

    @Test
    void a_batch_that_was_given_up_is_refused_as_a_whole() {
        UUID batch = UUID.randomUUID();
        fixture.database()
                .execute("select resolve_append('" + batch + "', array['" + UUID.randomUUID() + "']::uuid[])");
        PendingAppend command = command(List.of("B"), Condition.NONE);

        assertThatThrownBy(() ->
                        call(List.of(command, command(List.of("B"), Condition.NONE)), batch, KnownHistory.NOTHING))
                .hasMessageContaining("was given up");
        assertThat(get(fixture.engine().log().head())).isEqualTo(LogHead.EMPTY);
    }

    /** The markers of the commands of one batch that were appended. */
    private List<Long> appended(long... markers) {
        return positions(
                0,
                Arrays.stream(markers)
                        .mapToObj(marker -> under(marker, A_OF_ZONE))
                        .toArray(PendingAppend[]::new));
    }

    private List<Long> positions(long reached, PendingAppend... commands) {
        return call(List.of(commands), UUID.randomUUID(), seen(reached)).stream()
                .map(BatchCriteriaTest::position)
                .toList();
    }

    private static long position(AppendOutcome outcome) {
        @Nullable AppendReceipt receipt = outcome.receipt();
        return receipt == null ? REJECTED : receipt.lastPosition();
    }

    private void append(List<String> types) {
        assertThat(call(List.of(command(types, Condition.NONE)), UUID.randomUUID(), KnownHistory.NOTHING))
                .hasSize(1);
    }

    /** An event that matches no criterion, under one criterion. */
    private static PendingAppend under(long marker, Criterion criterion) {
        return new PendingAppend(List.of(event("B", "zone:z")), new Condition(marker, List.of(criterion), Map.of()), 0);
    }

    private static PendingAppend command(List<String> types, Condition condition) {
        return new PendingAppend(types.stream().map(type -> event(type, ZONE)).toList(), condition, 0);
    }

    private static EncodedEvent event(String type, String tag) {
        return EncodedEvent.of(UUID.randomUUID(), type, 1, List.of(tag), Map.of(), TextNode.valueOf("x"));
    }

    private KnownHistory.Seen seen(long position) {
        return position == 0
                ? KnownHistory.NOTHING
                : new KnownHistory.Seen(
                        position,
                        get(fixture.engine().log().findByPositions(List.of(position)))
                                .getFirst()
                                .id());
    }

    private List<AppendOutcome> call(List<PendingAppend> commands, UUID id, KnownHistory.Seen reached) {
        commands.forEach(command -> command.alone = true); // with the general function
        AppendBatch batch = new AppendBatch(id, commands, null, reached);
        assertThat(batch.sql()).contains("append_commands");
        return append(batch);
    }

    private static AppendBatch lone(KnownHistory.Seen seen) {
        AppendBatch batch =
                new AppendBatch(UUID.randomUUID(), List.of(command(List.of("B"), Condition.NONE)), null, seen);
        assertThat(batch.sql()).contains("append_event");
        return batch;
    }

    private List<AppendOutcome> append(AppendBatch batch) {
        return batch.outcomes(get(fixture.pool()
                .preparedQuery(batch.sql())
                .execute(batch.arguments())
                .toCompletionStage()));
    }
}
