package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.BulkFold;
import org.zoneregistry.projections.EmptyTables;
import org.zoneregistry.trade.read.Blocks;

/**
 * Folds many whole groups of blocks at once. Groups are read in parallel. Versions that begin in a group go to the
 * table, and its additions to the sums are stored as sorted runs of cells. After all versions are stored, the ends are
 * found among the few entries with more than one statement, and their subtractions are stored as runs too. Finally all
 * runs are merged into the sums. Memory has a group for each reader, later a piece of each run, and the vocabulary of
 * the cells.
 */
final class StatisticsBulk implements BulkFold {

    /** How many groups are processed at once. */
    private static final int SIDE_BY_SIDE = 3;

    /** How many events are read and written at once. */
    private static final int PIECE = 4_096;

    /** About 15 bytes each. */
    private static final long MERGED_ROWS = 2_000_000;

    private static final String BLOCKS = "insert into trade_block (block) select generate_series(0, $1 - 1)";

    private final Blocks blocks;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    StatisticsBulk(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public long prefix(long upTo) {
        return blocks.before(blocks.wholeOfGroups(upTo));
    }

    @Override
    public Uni<Void> fold(EmptyTables tables, EventLog log, long upTo, LongConsumer folded) {
        return new Run(tables, log, blocks.wholeOfGroups(upTo), folded).run();
    }

    /** One bulk fold. */
    private final class Run {

        private final EmptyTables tables;
        private final EventLog log;
        private final int end;
        private final LongConsumer folded;
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong runs = new AtomicLong();
        private final Vocabulary zones = new Vocabulary(CellNumber.ZONES);
        private final Vocabulary items = new Vocabulary(CellNumber.ITEMS);

        private final int shares;

        /** All runs are merged at once, with a piece of each in memory. */
        private final int rowsOfPiece;

        Run(EmptyTables tables, EventLog log, int end, LongConsumer folded) {
            this.tables = tables;
            this.log = log;
            this.end = end;
            this.folded = folded;
            this.shares = RepeatedEntries.shares(blocks.before(end));
            this.rowsOfPiece = Math.clamp(MERGED_ROWS / (2L * (end + groups())), 64, 4_096);
        }

        private int groups() {
            return end / blocks.inGroup();
        }

        Uni<Void> run() {
            return tables.write(connection -> BulkEntries.create(connection).chain(() -> BulkSums.create(connection)))
                    .chain(() -> each(groups(), this::begin))
                    .chain(() -> both(tables.index("trade_entry_pkey"), tables.write(BulkEntries::index)))
                    .chain(() -> each(shares, share -> tables.write(connection -> BulkEntries.end(connection, share))))
                    .chain(() -> tables.write(BulkEntries::done))
                    .chain(() -> both(sums(), tables.index("trade_entry_list")));
        }

        /** Runs after the last write to the entries. */
        private Uni<Void> sums() {
            return tables.index("trade_entry_ended")
                    .chain(() -> each(groups(), this::end))
                    .chain(this::numberPublished)
                    .chain(() -> tables.copy(new BulkSums(zones, items)))
                    .chain(() -> tables.write(connection -> BulkSums.end(connection)
                            .chain(() -> connection.preparedQuery(BLOCKS).execute(Tuple.of(end)))
                            .replaceWithVoid()));
        }

        /** In parallel, so that two processors are busy. */
        private static Uni<Void> both(Uni<Void> one, Uni<Void> other) {
            return Uni.join().all(one, other).andFailFast().replaceWithVoid();
        }

        private Uni<Void> each(int count, IntFunction<Uni<Void>> work) {
            return Multi.createFrom()
                    .range(0, count)
                    .onItem()
                    .transformToUni(work::apply)
                    .merge(SIDE_BY_SIDE)
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private GroupChanges changes(int group) {
            return new GroupChanges(blocks, group * blocks.inGroup(), zones, items);
        }

        /** The last position before a group. */
        private long before(int group) {
            return blocks.before(group * blocks.inGroup());
        }

        private Uni<Void> begin(int group) {
            var changes = changes(group);
            var statements = new RepeatedEntries.Shares(shares);
            return pieces(before(group), before(group + 1), changes, statements)
                    .chain(() -> keep(changes))
                    .chain(() -> tables.write(connection -> BulkEntries.keep(connection, statements)))
                    .invoke(() -> folded.accept(done.addAndGet(before(1))));
        }

        private Uni<Void> pieces(long after, long upTo, GroupChanges changes, RepeatedEntries.Shares statements) {
            if (after >= upTo) {
                return Uni.createFrom().voidItem();
            }
            int limit = (int) Math.min(PIECE, upTo - after);
            return Uni.createFrom()
                    .completionStage(() -> log.readInBulk(after, upTo, List.of(), limit, workers))
                    .chain(events -> {
                        if (events.size() < limit || events.getFirst().position() != after + 1) {
                            throw new IllegalStateException("The log has a gap after position " + after + ".");
                        }
                        var piece = new BulkPiece(events, changes, statements);
                        long last = last(events);
                        return tables.copy(piece).chain(() -> pieces(last, upTo, changes, statements));
                    });
        }

        private long last(List<StoredEvent> events) {
            return events.getLast().position();
        }

        private Uni<Void> end(int group) {
            var changes = changes(group);
            return tables.write(
                            connection -> BulkEntries.ended(connection, before(group), before(group + 1), changes::add))
                    .chain(() -> keep(changes));
        }

        private Uni<Void> keep(GroupChanges changes) {
            return tables.write(connection -> Multi.createFrom()
                    .iterable(changes.runs(rowsOfPiece))
                    .onItem()
                    .transformToUniAndConcatenate(
                            run -> BulkSums.keep(connection, runs.getAndIncrement(), run.block(), run.pieces()))
                    .collect()
                    .last()
                    .replaceWithVoid());
        }

        private Uni<Void> numberPublished() {
            return tables.write(connection -> new PublishedTable(connection)
                    .number()
                    .chain(() -> new EnterpriseTable(connection).endEach())
                    .chain(() -> BulkEntries.withdrawalsDone(connection)));
        }
    }
}
