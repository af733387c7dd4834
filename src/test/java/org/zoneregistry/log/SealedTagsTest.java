package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.log.Appends.append;
import static org.zoneregistry.log.Appends.commit;
import static org.zoneregistry.log.Appends.event;
import static org.zoneregistry.log.LogFixture.get;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.SealedTags.Sealing;
import org.zoneregistry.testing.NeedsServer;

/** A tag is on events, or it is sealed so that no event may have it. */
@NeedsServer
class SealedTagsTest {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_tag_is_carried_or_sealed_and_never_both() {
        PostgresEventStorageEngine engine = fixture.engine();
        SealedTags tags = new SealedTags(fixture.pool());
        for (int i = 0; i < 20; i++) {
            String tag = "key:" + i;
            CompletableFuture<AppendReceipt> append = commit(
                    engine,
                    AppendCondition.none(),
                    event(UUID.randomUUID(), "A", "x", new Tag("key", Integer.toString(i))));
            Sealing sealing = get(tags.seal(tag, new byte[] {(byte) i}));

            switch (sealing) {
                case Sealing.Carried(long position) ->
                    assertThat(get(append).lastPosition()).isEqualTo(position);
                case Sealing.Sealed(StoredBytes outcome, boolean fresh) -> {
                    assertThat(fresh).isTrue();
                    assertThatThrownBy(() -> get(append)).cause().isInstanceOf(TagSealedException.class);
                    assertThat(get(tags.seal(tag, new byte[] {99}))).isEqualTo(new Sealing.Sealed(outcome, false));
                    assertThat(get(tags.find(tag))).contains(outcome);
                }
            }
        }
        assertThat(get(tags.find("key:none"))).isEmpty();
    }

    @Test
    void a_tag_that_was_sealed_since_the_last_append_is_a_rejection_at_the_next_position() {
        PostgresEventStorageEngine engine = fixture.engine();
        append(engine, "A", "so that the engine knows the head");
        get(new SealedTags(fixture.pool()).seal("key:1", new byte[0]));

        assertThatThrownBy(() -> get(commit(
                        engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "x", new Tag("key", "1")))))
                .cause()
                .isInstanceOf(TagSealedException.class);
        assertThat(get(engine.log().head()).position()).isEqualTo(1);
    }

    @Test
    void a_sealed_tag_is_a_rejected_append() {
        PostgresEventStorageEngine engine = fixture.engine();
        get(new SealedTags(fixture.pool()).seal("key:1", new byte[0]));

        assertThatThrownBy(() -> get(commit(
                        engine, AppendCondition.none(), event(UUID.randomUUID(), "A", "x", new Tag("key", "1")))))
                .cause()
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        append(engine, "A", "another");
        assertThat(get(engine.log().head()).position()).isEqualTo(1);
    }
}
