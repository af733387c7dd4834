package org.zoneregistry.streams.cube;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.fold.CellSum;
import org.zoneregistry.trade.fold.TradeCell;
import org.zoneregistry.trade.fold.TradeFold;

/**
 * Folds the events of a partition into its cells, and passes on every changed cell. It skips an event that was folded
 * before, by its position. So the cube is correct even if a producer writes an event twice.
 *
 * <p>All events of an entry in a zone are in one partition, in order, because their key is that zone; and so are all
 * entries of a cell. An entry that moves to another zone is withdrawn in one partition, and recorded in the other.
 */
final class CubeProcessor implements Processor<byte[], byte[], TradeCell, CellSum> {

    static final String ENTRIES = "entries";
    static final String SUMS = "sums";
    static final String PROGRESS = "progress";

    @SuppressWarnings("NullAway.Init") // set by init
    private ProcessorContext<TradeCell, CellSum> context;

    @SuppressWarnings("NullAway.Init") // set by init
    private StoredState state;

    @SuppressWarnings("NullAway.Init") // set by init
    private KeyValueStore<Integer, Long> progress;

    @Override
    public void init(ProcessorContext<TradeCell, CellSum> context) {
        this.context = context;
        this.state = new StoredState(context.getStateStore(ENTRIES), context.getStateStore(SUMS));
        this.progress = context.getStateStore(PROGRESS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        int partition = context.taskId().partition();
        long position = LoggedTrade.position(record);
        @Nullable Long last = progress.get(partition);
        if (last != null && position <= last) {
            return;
        }
        LoggedTrade.event(record).ifPresent(event -> {
            TradeFold.apply(state, event);
            state.takeChanged().forEach((cell, sum) -> pass(cell, sum, record.timestamp()));
        });
        progress.put(partition, position);
    }

    /** A cell without entries is deleted from the output. */
    @SuppressWarnings("NullAway") // null deletes; Kafka's interfaces don't declare this
    private void pass(TradeCell cell, CellSum sum, long timestamp) {
        context.forward(new Record<>(cell, sum.entries() == 0 ? null : sum, timestamp));
    }
}
