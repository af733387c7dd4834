package org.zoneregistry.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zoneregistry.audit.tree.TreeFixture.get;
import static org.zoneregistry.audit.tree.TreeFixture.leaf;
import static org.zoneregistry.audit.tree.TreeFixture.root;
import static org.zoneregistry.testing.Waiting.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.checkpoint.Contradiction;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.ListedKey;
import org.zoneregistry.audit.checkpoint.LogHalt;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignedNote;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.NeedsServer;

@NeedsServer
class TreeKeeperTest {

    private final TreeFixture log = new TreeFixture();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_tree_is_that_of_the_log() {
        log.append(1, 777);
        log.keeper();
        log.signed(777);
        log.append(778, 1_000);
        IssuedCheckpoint signed = log.signed(1_000);

        assertThat(signed.root()).isEqualTo(root(1_000));
        assertThat(get(log.tree.size())).isEqualTo(1_000);
        assertThat(get(log.tree.root(300))).isEqualTo(root(300));
        Inclusion inclusion = get(log.tree.inclusion(419, 1_000));
        assertThat(inclusion.leaf()).isEqualTo(leaf(420));
        assertThat(inclusion.proof().shows(leaf(420), root(1_000))).isTrue();
        Consistency consistency = get(log.tree.consistency(777, 1_000));
        assertThat(consistency.proof().shows(root(777), root(1_000))).isTrue();
    }

    @Test
    void what_is_signed_is_a_checkpoint_of_the_key() {
        log.append(1, 10);
        log.keeper();
        IssuedCheckpoint signed = log.signed(10);

        SignedNote note = SignedNote.parse(signed.note());
        assertThat(note.isSignedBy(log.key.verifier())).isTrue();
        assertThat(Checkpoint.parse(note.text())).isEqualTo(new Checkpoint("registry.example/zones", 10, root(10)));
    }

    @Test
    void goes_on_where_another_stopped() {
        log.append(1, 555);
        TreeKeeper first = log.keeper();
        log.signed(555);
        first.close();
        log.append(556, 600);
        log.keeper();

        assertThat(log.signed(600).root()).isEqualTo(root(600));
    }

    @Test
    void several_nodes_keep_one_tree() {
        log.keeper();
        log.keeper();
        log.keeper();
        for (int block = 0; block < 40; block++) {
            log.append(block * 50 + 1, block * 50 + 50);
        }

        assertThat(log.signed(2_000).root()).isEqualTo(root(2_000));
        assertThat(log.all()).isSortedAccordingTo((one, other) -> Long.compare(one.size(), other.size()));
        assertThat(log.all()).allSatisfy(signed -> assertThat(signed.root()).isEqualTo(root(signed.size())));
    }

    @Test
    void a_lost_tile_table_is_computed_again_from_the_log() {
        log.append(1, 1_234);
        log.keeper().close();
        TreeKeeper first = log.keeper();
        log.signed(1_234);
        first.close();
        log.database.execute("truncate audit_tile");
        log.append(1_235, 1_300);
        log.keeper();

        assertThat(log.signed(1_300).root()).isEqualTo(root(1_300));
        assertThat(get(log.tree.root(1_000))).isEqualTo(root(1_000));
    }

    @Test
    void a_single_lost_tile_is_noticed_at_the_next_start() {
        log.append(1, 1_234);
        TreeKeeper first = log.keeper();
        log.signed(1_234);
        first.close();
        log.database.execute("delete from audit_tile where level = 0 and index = 2");
        log.keeper();

        await().atMost(TreeFixture.PATIENCE)
                .ignoreException(BeyondTreeException.class) // while the tree is computed
                .untilAsserted(() -> assertThat(get(log.tree.root(700))).isEqualTo(root(700)));
    }

    @Test
    void a_tree_without_its_row_is_computed_again() {
        log.append(1, 300);
        TreeKeeper first = log.keeper();
        log.signed(300);
        first.close();
        log.database.execute("truncate audit_tile, audit_tree");
        log.append(301, 310);
        log.keeper();

        assertThat(log.signed(310).root()).isEqualTo(root(310));
    }

    @Test
    void a_new_key_signs_what_was_signed_and_the_old_one_stays_listed() {
        log.append(1, 10);
        TreeKeeper first = log.keeper();
        IssuedCheckpoint old = log.signed(10);
        first.close();
        SignerKey rotated = SignerKey.generate("registry.example/zones");
        log.keeper(rotated);

        await().atMost(TreeFixture.PATIENCE)
                .until(() -> log.latest().orElseThrow().key().equals(rotated.verifier()));
        assertThat(log.all()).startsWith(old);
        assertThat(SignedNote.parse(log.latest().orElseThrow().note()).isSignedBy(rotated.verifier()))
                .isTrue();
        assertThat(get(log.checkpoints.keys()))
                .extracting(ListedKey::key, ListedKey::isCurrent)
                .containsExactly(tuple(log.key.verifier(), false), tuple(rotated.verifier(), true));
    }

    @Test
    void checkpoints_are_at_least_an_interval_apart() {
        TreeKeeper keeper = log.keeper(
                log.key, new TreeSettings(100, Duration.ofMillis(1), Duration.ofMillis(300), Duration.ofMillis(5)));
        for (int position = 1; position <= 100; position++) {
            log.append(position, position);
        }
        log.signed(100);
        keeper.close();

        var issued = log.all();
        for (int i = 1; i < issued.size(); i++) {
            assertThat(Duration.between(
                            issued.get(i - 1).issuedAt(), issued.get(i).issuedAt()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void a_changed_event_halts_the_log_when_the_tree_is_computed_again() {
        log.append(1, 1_000);
        TreeKeeper keeper = log.keeper();
        IssuedCheckpoint signed = log.signed(1_000);
        var firstSigned = log.all().getFirst();
        keeper.close();
        log.database.execute("update event set bytes = 'forged' where position = 3; truncate audit_tile");
        log.append(1_001, 1_002);
        TreeKeeper after = log.keeper();

        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        Contradiction found = get(LogHalt.find(log.pool)).orElseThrow();
        assertThat(found.checkpointSize()).isEqualTo(firstSigned.size());
        assertThat(found.signedRoot()).isEqualTo(firstSigned.root());
        assertThat(found.foundRoot()).isPresent().isNotEqualTo(Optional.of(firstSigned.root()));
        assertThat(log.latest()).contains(signed);
    }

    @Test
    void a_log_that_ends_before_its_last_checkpoint_is_halted() {
        log.append(1, 500);
        TreeKeeper keeper = log.keeper();
        IssuedCheckpoint signed = log.signed(500);
        keeper.close();
        log.database.execute("delete from event where position > 450");
        TreeKeeper after = log.keeper();

        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        assertThat(get(LogHalt.find(log.pool))).contains(new Contradiction(500, signed.root(), Optional.empty(), 450));
    }

    @Test
    void a_gap_in_what_was_signed_halts_the_log() {
        log.append(1, 500);
        TreeKeeper keeper = log.keeper();
        IssuedCheckpoint signed = log.signed(500);
        keeper.close();
        log.database.execute("delete from event where position = 200; truncate audit_tile");
        TreeKeeper after = log.keeper();

        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        assertThat(get(LogHalt.find(log.pool)).orElseThrow().logSize()).isEqualTo(199);
        assertThat(log.latest()).contains(signed);
    }

    @Test
    void a_replaced_tail_that_was_signed_halts_the_log() {
        log.append(1, 500);
        TreeKeeper keeper = log.keeper();
        log.signed(500);
        keeper.close();
        log.database.execute("update event set bytes = 'forged' where position = 500");
        log.append(501, 600);
        TreeKeeper after = log.keeper();

        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        assertThat(get(LogHalt.find(log.pool)).orElseThrow().checkpointSize()).isEqualTo(500);
    }

    @Test
    void goes_on_once_the_log_is_again_what_was_signed() {
        log.append(1, 500);
        TreeKeeper keeper = log.keeper();
        log.signed(500);
        keeper.close();
        log.database.execute("update event set bytes = 'forged' where position = 500");
        TreeKeeper after = log.keeper();
        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());

        log.database.execute("update event set bytes = 'event 500' where position = 500; select resume_log()");
        log.append(501, 510);

        assertThat(log.signed(510).root()).isEqualTo(root(510));
        assertThat(after.state().isHalted()).isFalse();
    }
}
