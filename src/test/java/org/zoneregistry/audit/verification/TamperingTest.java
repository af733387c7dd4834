package org.zoneregistry.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.merkle.GrowingTiles;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.verification.Finding.Kind;
import org.zoneregistry.testing.NeedsServer;

/** Changes of the database without the registry are found, with their places. */
@NeedsServer
class TamperingTest {

    private static final String IN_BYTES = "bytes = convert_to(replace(convert_from(bytes, 'UTF8'), %s), 'UTF8')";

    private final StoredRegistry registry = new StoredRegistry();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void what_nobody_changed_is_whole() {
        Verification verification = registry.verify();

        assertThat(verification.problem()).isNull();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.isWhole()).isTrue();
        assertThat(verification.eventsChecked()).isEqualTo(StoredRegistry.SIZE);
        assertThat(verification.checkpointsChecked()).isGreaterThanOrEqualTo(3);
        assertThat(verification.projections())
                .containsExactly(
                        new Verification.ComparedProjection("registry", StoredRegistry.SIZE),
                        new Verification.ComparedProjection("statistics", StoredRegistry.SIZE));
    }

    @Test
    void an_event_with_another_payload() {
        registry.execute("update event set " + IN_BYTES.formatted("'Zone a', 'Zone x'") + " where position = 1");

        assertFirst(Kind.EVENT_CHANGED, 1, "event");
        assertThat(registry.verify().findings())
                .filteredOn(finding -> finding.kind() == Kind.ROW_UNEXPECTED)
                .as("the read model still has what was signed")
                .extracting(Finding::subject)
                .contains("zone_state");
    }

    @Test
    void an_event_of_another_actor_and_nothing_else_is_to_blame() {
        registry.execute("update event set " + IN_BYTES.formatted("'clerk', 'thief'") + " where position = 450");

        assertThat(registry.verify().findings())
                .filteredOn(finding -> !finding.kind().name().startsWith("ROW"))
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.EVENT_CHANGED, 450L));
    }

    @Test
    void an_event_that_was_deleted() {
        registry.execute("delete from event where position = 417");

        assertFirst(Kind.EVENT_MISSING, 417, "event");
    }

    @Test
    void two_events_that_were_swapped() {
        registry.execute("update event set position = 1000000 where position = 320");
        registry.execute("update event set position = 320 where position = 330");
        registry.execute("update event set position = 330 where position = 1000000");

        assertThat(registry.verify().findings())
                .filteredOn(finding -> finding.kind() == Kind.EVENT_UNREADABLE)
                .extracting(Finding::position)
                .containsExactly(320L, 330L);
    }

    @Test
    void a_tag_that_was_changed() {
        registry.execute("update event_tag set tag = 'zone:x' where tag = 'zone:a' and position = 1");

        Verification verification = registry.verify();
        assertThat(verification.findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.TAG_DIFFERS, 1L), tuple(Kind.TAG_DIFFERS, 1L));
        assertThat(verification.findings())
                .extracting(Finding::detail)
                .anySatisfy(
                        detail -> assertThat(detail).contains("zone:x is indexed for an event that does not have it"));
    }

    @Test
    void a_tag_that_was_added() {
        registry.execute(
                "insert into event_tag (tag, type, position) select 'zone:b', type, 1 from event where position = 1");

        assertFirst(Kind.TAG_DIFFERS, 1, "event_tag");
    }

    @Test
    void a_column_beside_the_bytes() {
        registry.execute("update event set type = 'ZoneClosed' where position = 2");

        assertFirst(Kind.INDEX_DIFFERS, 2, "event");
    }

    @Test
    void a_row_of_the_registry() {
        registry.execute("update zone_state set province = 'CN-SH', region = 'east' where zone = 'b'");

        assertThat(registry.verify().findings())
                .extracting(Finding::kind, Finding::position, Finding::subject)
                .containsExactlyInAnyOrder(
                        tuple(Kind.ROW_MISSING, 2L, "zone_state"), tuple(Kind.ROW_UNEXPECTED, 2L, "zone_state"));
    }

    @Test
    void an_amount_in_the_statistics() {
        registry.execute(
                "update trade_entry set fen = fen + 1 where position = (select max(position) from trade_entry)");

        assertThat(registry.verify().findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.ROW_MISSING, Kind.ROW_UNEXPECTED);
    }

    @Test
    void a_sum_in_the_statistics_latest_or_past() {
        registry.execute("update trade_sum set exports = exports + 1 where cell = (select min(cell) from trade_sum)");
        registry.execute("delete from trade_sum_past where cell = (select max(cell) from trade_sum_past)");

        assertThat(registry.verify().findings()).extracting(Finding::subject).contains("trade_sum", "trade_sum_past");
    }

    @Test
    void a_log_that_was_cut_off() {
        registry.execute("delete from event where position > 650");
        registry.execute("delete from event_tag where position > 650");

        assertThat(registry.verify().findings())
                .filteredOn(finding -> finding.kind() == Kind.LOG_TRUNCATED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.position()).isEqualTo(651);
                    assertThat(finding.detail()).contains("700");
                });
    }

    @Test
    void a_tile_that_was_rewritten() {
        registry.execute("update audit_tile set hashes = overlay(hashes placing sha256('x') from " + (32 * 5 + 1)
                + ") where level = 0 and index = 1");

        assertFirst(Kind.TILE_CHANGED, 256 + 6, "audit_tile");
    }

    @Test
    void a_tile_above_the_lowest_level() {
        registry.execute("update audit_tile set hashes = overlay(hashes placing sha256('x') from 33) where level = 1");

        assertFirst(Kind.TILE_CHANGED, 1, "audit_tile");
    }

    @Test
    void a_tile_that_is_gone() {
        registry.execute("delete from audit_tile where level = 0 and index = 0");

        assertFirst(Kind.TILE_MISSING, 1, "audit_tile");
    }

    @Test
    void an_event_whose_tiles_were_rewritten_to_fit() {
        registry.execute("update event set " + IN_BYTES.formatted("'clerk', 'thief'") + " where position = 450");
        rewriteTiles();

        Verification verification = registry.verify();
        assertThat(verification.findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.CHECKPOINT_CONTRADICTED, 301L));
        assertThat(verification.findings().getFirst().detail()).contains("from 301 to 600");
    }

    @Test
    void a_checkpoint_that_was_rewritten() {
        registry.execute("update audit_checkpoint set root = sha256('x') where size = 600");

        assertFirst(Kind.CHECKPOINT_CHANGED, 600, "audit_checkpoint");
    }

    private void assertFirst(Kind kind, long position, String subject) {
        Verification verification = registry.verify();
        assertThat(verification.problem()).isNull();
        assertThat(verification.isWhole()).isFalse();
        assertThat(verification.findings().getFirst())
                .extracting(Finding::kind, Finding::position, Finding::subject)
                .containsExactly(kind, position, subject);
    }

    private void rewriteTiles() {
        var tiles = new GrowingTiles();
        StoredRegistry.get(registry.pool()
                        .query("select bytes from event order by position")
                        .execute())
                .forEach(row -> tiles.add(Hash.ofLeaf(row.get(Buffer.class, 0).getBytes())));
        for (GrowingTiles.Written written : tiles.changed()) {
            StoredRegistry.get(registry.pool()
                    .preparedQuery("update audit_tile set hashes = $3 where level = $1 and index = $2")
                    .execute(Tuple.of(
                            (short) written.tile().level(), written.tile().index(), Buffer.buffer(written.content()))));
        }
    }
}
