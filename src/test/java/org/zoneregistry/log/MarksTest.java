package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.log.LogFixture.get;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

/** A sealed tag or a cancelled batch forbids an append at the head. */
@NeedsServer
class MarksTest {

    private static final UUID GIVEN_UP = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.fresh();
    private final Pool pool = PgBuilder.pool()
            .with(database.poolOptions())
            .connectingTo(database.connectOptions())
            .using(LogFixture.VERTX)
            .build();

    @AfterEach
    void close() {
        get(pool.close().toCompletionStage());
        database.close();
    }

    @Test
    void what_is_sealed_or_given_up_is_not_appended() {
        database.execute("select seal_tag('key:sealed', '')");
        database.execute("select resolve_append('" + GIVEN_UP + "', array['" + UUID.randomUUID() + "']::uuid[])");

        assertThat(appended(UUID.randomUUID(), "key:sealed")).isFalse();
        assertThat(appended(GIVEN_UP, "key:another")).isFalse();
        assertThat(appended(UUID.randomUUID(), "key:another")).isTrue();
    }

    private boolean appended(UUID batch, String tag) {
        EncodedEvent event = EncodedEvent.of(UUID.randomUUID(), "A", 1, List.of(tag), Map.of(), TextNode.valueOf("x"));
        AppendBatch append = new AppendBatch(
                batch,
                List.of(new PendingAppend(List.of(event), PendingAppend.Condition.NONE, 0)),
                LogHead.EMPTY,
                KnownHistory.NOTHING);
        assertThat(append.sql()).contains("append_at_head");
        return !append.outcomes(get(pool.preparedQuery(append.sql())
                        .execute(append.arguments())
                        .toCompletionStage()))
                .isEmpty();
    }
}
