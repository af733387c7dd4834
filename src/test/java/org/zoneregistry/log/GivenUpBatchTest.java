package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.LogFixture.get;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.testing.NeedsServer;

/** A batch whose connection was lost and whose outcome was "not appended" is never appended later. */
@NeedsServer
class GivenUpBatchTest {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_batch_that_was_given_up_can_not_be_appended_later(boolean afterAnotherFailure) {
        PendingAppend command = command("late");
        command.alone = afterAnotherFailure;
        AppendBatch late = new AppendBatch(givenUp(), List.of(command), null, KnownHistory.NOTHING);
        assertThat(late.isShort()).isEqualTo(!afterAnotherFailure);

        assertThatThrownBy(() -> call(late)).hasMessageContaining("was given up");
        assertThat(get(fixture.engine().log().head())).isEqualTo(LogHead.EMPTY);
    }

    @Test
    void a_batch_that_was_given_up_can_not_be_appended_at_the_next_position_either() {
        AppendBatch late = new AppendBatch(givenUp(), List.of(command("late")), LogHead.EMPTY, KnownHistory.NOTHING);
        assertThat(late.sql()).contains("append_at_head");

        assertThat(late.outcomes(call(late))).isEmpty();
        assertThat(get(fixture.engine().log().head())).isEqualTo(LogHead.EMPTY);
    }

    private UUID givenUp() {
        UUID batch = UUID.randomUUID();
        fixture.database()
                .execute("select resolve_append('" + batch + "', array['" + UUID.randomUUID() + "']::uuid[])");
        return batch;
    }

    private static PendingAppend command(String payload) {
        return new PendingAppend(
                List.of(EncodedEvent.of(UUID.randomUUID(), "A", 1, List.of(), Map.of(), TextNode.valueOf(payload))),
                PendingAppend.Condition.NONE,
                0);
    }

    private RowSet<Row> call(AppendBatch batch) {
        return get(fixture.pool()
                .preparedQuery(batch.sql())
                .execute(batch.arguments())
                .toCompletionStage());
    }
}
