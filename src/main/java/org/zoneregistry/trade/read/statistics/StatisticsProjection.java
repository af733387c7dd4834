package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.BulkFold;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.StatisticsPosition;

/**
 * Keeps the content of trade entries, published figures and enterprises in recorded time, and the sums of the entries.
 *
 * <p>The batch that reaches the end of a block adds that block's entries to the sums in the same transaction. So a
 * reader of a prefix finds the sums of all whole blocks in it.
 */
@ApplicationScoped
public class StatisticsProjection implements Projection {

    private final Blocks blocks;

    /** The application's projection. */
    public StatisticsProjection() {
        this(Blocks.OF_THE_PROJECTION);
    }

    /** A projection with another size of blocks. It can't continue tables that were filled with the default size. */
    public StatisticsProjection(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public String name() {
        return StatisticsPosition.PROJECTION;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<ProjectionTable> tables() {
        return new StatisticsTables(blocks).list();
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch) {
        var said = new TradeBatch();
        for (StoredEvent stored : batch) {
            TradeEventJson.read(stored).ifPresent(event -> said.add(stored, event));
        }
        return new EntryTable(connection)
                .write(said.entries())
                .chain(() -> new PublishedTable(connection).write(said.published()))
                .chain(() -> new EnterpriseTable(connection).write(said.enterprises()))
                .chain(() -> addToSums(connection, batch));
    }

    @Override
    public Optional<BulkFold> bulk() {
        return Optional.of(new StatisticsBulk(blocks));
    }

    private Uni<Void> addToSums(SqlConnection connection, List<StoredEvent> batch) {
        int first = blocks.whole(batch.getFirst().position() - 1);
        int end = blocks.whole(batch.getLast().position());
        var sums = new SumTables(connection);
        return Multi.createFrom()
                .range(first, end)
                .onItem()
                .transformToUniAndConcatenate(block -> sums.add(block, blocks))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
