package org.zoneregistry.audit.tree;

import static org.zoneregistry.testing.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.testing.TestDatabase;

/** A database with a log whose events are numbers, and keepers of its tree, as if on separate nodes. */
final class TreeFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final TreeSettings SETTINGS =
            new TreeSettings(100, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(20));

    final TestDatabase database = TestDatabase.fresh();
    final SignerKey key = SignerKey.generate("registry.example/zones");
    final Vertx vertx = Vertx.vertx();
    final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    final AuditTree tree = new AuditTree(pool, new KnownHistory());
    final Checkpoints checkpoints = new Checkpoints(pool, new KnownHistory(), new LastCheckpoint(Optional.empty()));
    private final List<TreeKeeper> keepers = new ArrayList<>();

    /** What the last keeper knows of the log. */
    KnownHistory history = new KnownHistory();

    TreeFixture() {
        // it initialises itself on first use, and fails if two threads are the first
        ContextManagerProvider.instance();
    }

    /** A started keeper. */
    TreeKeeper keeper() {
        return keeper(key);
    }

    TreeKeeper keeper(SignerKey signer) {
        return keeper(signer, SETTINGS);
    }

    TreeKeeper keeper(SignerKey signer, TreeSettings settings) {
        return keeper(signer, settings, Optional.empty());
    }

    /** A started keeper that stores the last checkpoint in a file. */
    TreeKeeper keeper(SignerKey signer, TreeSettings settings, Optional<Path> last) {
        history = new KnownHistory();
        var keeper = new TreeKeeper(
                pool,
                new SimulatedLog(),
                history,
                new CheckpointSigner(Optional.of(signer)),
                new LastCheckpoint(last),
                settings);
        keepers.add(keeper);
        keeper.start();
        return keeper;
    }

    /** Appends events without the engine. Their bytes are their positions. */
    void append(long first, long last) {
        database.execute("insert into event (position, recorded_at, id, type, version, bytes)"
                + " select p, now() + p * interval '1 microsecond', gen_random_uuid(), 'A', 1,"
                + " convert_to('event ' || p, 'UTF8') from generate_series(" + first + ", " + last + ") p");
    }

    static Hash leaf(long position) {
        return Hash.ofLeaf(("event " + position).getBytes(StandardCharsets.UTF_8));
    }

    /** The root of the first events, computed without tiles. */
    static Hash root(long size) {
        var naive = new GrowingTree();
        for (long position = 1; position <= size; position++) {
            naive.add(leaf(position), (node, hash) -> {});
        }
        return naive.root();
    }

    /** Waits until a checkpoint of the size was signed. */
    IssuedCheckpoint signed(long size) {
        await().atMost(PATIENCE)
                .until(() -> latest().map(IssuedCheckpoint::size).equals(Optional.of(size)));
        return latest().orElseThrow();
    }

    Optional<IssuedCheckpoint> latest() {
        return get(checkpoints.latest());
    }

    List<IssuedCheckpoint> all() {
        return get(checkpoints.issuedAfter(Long.MAX_VALUE, Instant.EPOCH, 1_000));
    }

    static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        keepers.forEach(TreeKeeper::close);
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
        database.close();
    }
}
