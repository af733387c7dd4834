package org.zoneregistry.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.audit.tree.TreeFixture.get;
import static org.zoneregistry.audit.tree.TreeFixture.root;
import static org.zoneregistry.testing.Waiting.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.checkpoint.Contradiction;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LogHalt;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.log.LostEvent;
import org.zoneregistry.testing.NeedsServer;

/** A database that was restored to an earlier time, together with its checkpoints. So it can't know of the loss. */
@NeedsServer
class LostEventsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final TreeFixture log = new TreeFixture();

    @AfterEach
    void close() {
        log.close();
    }

    private Path file() {
        return directory.resolve("audit.checkpoint");
    }

    private TreeKeeper keeper(SignerKey key) {
        return log.keeper(key, TreeFixture.SETTINGS, Optional.of(file()));
    }

    /** Signs trees of 300 and of 500 events. Then removes the later events and their checkpoint. */
    private IssuedCheckpoint putBackTo300() {
        TreeKeeper keeper = keeper(log.key);
        log.append(1, 300);
        log.signed(300);
        log.append(301, 500);
        IssuedCheckpoint signed = log.signed(500);
        await().atMost(TreeFixture.PATIENCE)
                .until(() -> Files.exists(file()) && Files.readString(file()).contains("\n500\n"));
        keeper.close();
        log.database.execute("delete from event where position > 300; delete from audit_checkpoint where size > 300;"
                + " delete from audit_tile; update audit_tree set size = 0");
        return signed;
    }

    @Test
    void is_found_out_by_the_checkpoint_that_was_kept_outside_and_says_what_was_lost() throws Exception {
        IssuedCheckpoint lost = putBackTo300();
        TreeKeeper after = keeper(log.key);
        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        assertThat(get(LogHalt.find(log.pool))).contains(new Contradiction(500, lost.root(), Optional.empty(), 300));
        assertThat(log.latest().map(IssuedCheckpoint::note)).contains(lost.note());

        await().atMost(TreeFixture.PATIENCE).until(() -> log.history.lost().isPresent());
        assertThat(log.history.lost().orElseThrow().sentence())
                .isEqualTo("The events up to position 500 were signed, but the log ends at position 300: the database"
                        + " went back.");
        assertThat(log.history.reach()).as("readers get nothing after it").isEqualTo(300);
    }

    /** Two nodes, or two steps of one, find different signs of the same loss. */
    @Test
    void a_contradiction_does_not_hide_a_loss_nor_a_loss_a_contradiction() {
        log.append(1, 3);
        var contradiction = new Contradiction(5, root(3), Optional.empty(), 3);
        var loss = new LogHalt.Loss(new LostEvent(5, new UUID(0, 5), 3), 2);
        var laterLoss = new LogHalt.Loss(new LostEvent(4, new UUID(0, 4), 3), 1);
        var earlierLoss = new LogHalt.Loss(loss.event(), laterLoss.common());

        get(LogHalt.halt(log.pool, contradiction));
        get(LogHalt.halt(log.pool, loss));
        assertThat(get(LogHalt.find(log.pool))).contains(contradiction);
        assertThat(get(LogHalt.findLost(log.pool))).contains(loss);
        get(LogHalt.halt(log.pool, laterLoss));
        assertThat(get(LogHalt.findLost(log.pool)))
                .as("of several losses the first, and the least that all histories have")
                .contains(earlierLoss);

        log.database.execute("select resume_log()");
        get(LogHalt.halt(log.pool, loss));
        get(LogHalt.halt(log.pool, contradiction));
        assertThat(get(LogHalt.find(log.pool))).contains(contradiction);
        assertThat(get(LogHalt.findLost(log.pool))).contains(loss);
    }

    @Test
    void goes_on_under_another_origin_alone_and_what_was_lost_stays_listed() throws Exception {
        IssuedCheckpoint lost = putBackTo300();
        TreeKeeper after = keeper(log.key);
        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        log.database.execute("select give_up_lost_events()");
        after.close();
        TreeKeeper again = keeper(log.key);
        log.append(301, 400);
        await().atMost(TreeFixture.PATIENCE).until(() -> again.state().size() == 400);
        assertThat(log.latest().map(IssuedCheckpoint::size))
                .as("nothing more is signed under the origin that lost events")
                .contains(300L);
        await().atMost(TreeFixture.PATIENCE).until(() -> again.state().isOriginLost());
        again.close();

        keeper(SignerKey.generate("registry.example/zones-again"));
        IssuedCheckpoint signed = log.signed(400);
        assertThat(signed.root()).isEqualTo(root(400));
        assertThat(log.all())
                .filteredOn(checkpoint -> checkpoint.lostAt() != null)
                .extracting(IssuedCheckpoint::note)
                .containsExactly(lost.note());
    }

    /** Another node has signed the same size of another history. The file is the evidence of a split view. */
    @Test
    void another_root_of_the_same_size_is_a_contradiction_and_does_not_replace_the_file() throws Exception {
        IssuedCheckpoint lost = putBackTo300();
        TreeKeeper other = log.keeper(log.key, TreeFixture.SETTINGS, Optional.empty());
        log.database.execute("insert into event (position, recorded_at, id, type, version, bytes)"
                + " select p, now() + p * interval '1 microsecond', gen_random_uuid(), 'A', 1,"
                + " convert_to('other ' || p, 'UTF8') from generate_series(301, 500) p");
        IssuedCheckpoint signed = log.signed(500);
        assertThat(signed.root()).isNotEqualTo(lost.root());
        other.close();
        String before = Files.readString(file());

        TreeKeeper after = keeper(log.key);
        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        assertThat(get(LogHalt.find(log.pool)))
                .contains(new Contradiction(500, lost.root(), Optional.of(signed.root()), 500));
        assertThat(log.all()).extracting(IssuedCheckpoint::note).contains(lost.note(), signed.note());
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    /** The new log is shorter than the given-up one. Its checkpoints must be kept all the same. */
    @Test
    void after_lost_events_were_given_up_the_file_has_what_is_signed_under_the_other_origin() throws Exception {
        putBackTo300();
        TreeKeeper halted = keeper(log.key);
        await().atMost(TreeFixture.PATIENCE).until(() -> halted.state().isHalted());
        log.database.execute("select give_up_lost_events()");
        halted.close();
        SignerKey another = SignerKey.generate("registry.example/zones-again");
        TreeKeeper before = keeper(another);
        log.append(301, 400);
        IssuedCheckpoint signed = log.signed(400);
        await().atMost(TreeFixture.PATIENCE)
                .until(() -> Files.readString(file()).contains(signed.note()));
        assertThat(Files.readString(directory.resolve("audit.checkpoint.500"))).contains("\n500\n");
        before.close();

        log.database.execute("delete from event where position > 350; delete from audit_checkpoint where size > 350"
                + " and lost_at is null; delete from audit_tile; update audit_tree set size = 0");
        TreeKeeper after = keeper(another);
        await().atMost(TreeFixture.PATIENCE).until(() -> after.state().isHalted());
        assertThat(get(LogHalt.find(log.pool))).contains(new Contradiction(400, signed.root(), Optional.empty(), 350));
    }

    @Test
    void a_start_on_the_same_database_is_no_loss() throws Exception {
        TreeKeeper before = keeper(log.key);
        log.append(1, 300);
        log.signed(300);
        await().atMost(TreeFixture.PATIENCE).until(() -> Files.exists(file()));
        before.close();
        keeper(log.key);
        log.append(301, 310);
        assertThat(log.signed(310).root()).isEqualTo(root(310));
    }

    /** As after a failover that lost a checkpoint, when another node has signed a larger one. */
    @Test
    void a_smaller_checkpoint_that_is_listed_again_is_not_the_latest() throws Exception {
        TreeKeeper before = keeper(log.key);
        log.append(1, 300);
        log.signed(300);
        await().atMost(TreeFixture.PATIENCE).until(() -> Files.exists(file()));
        before.close();
        log.database.execute("delete from audit_checkpoint where size = 300");
        TreeKeeper other = log.keeper(log.key, TreeFixture.SETTINGS, Optional.empty());
        log.append(301, 310);
        log.signed(310);
        other.close();

        keeper(log.key);
        await().atMost(TreeFixture.PATIENCE)
                .until(() -> log.all().stream().anyMatch(checkpoint -> checkpoint.size() == 300));
        assertThat(log.latest().map(IssuedCheckpoint::size)).contains(310L);
    }
}
