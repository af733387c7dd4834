package org.zoneregistry.streams.cube;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From the topic of the log to the topic of the cube. */
final class CubeTopology {

    private static final String SOURCE = "log";
    private static final String FOLD = "fold";

    private CubeTopology() {}

    static Topology of(String log, String cube) {
        return new Topology()
                .addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), log)
                .addProcessor(FOLD, CubeProcessor::new, SOURCE)
                .addStateStore(store(CubeProcessor.ENTRIES, Serdes.String(), CellForm.entries()), FOLD)
                .addStateStore(store(CubeProcessor.SUMS, CellForm.cells(), CellForm.sums()), FOLD)
                .addStateStore(store(CubeProcessor.PROGRESS, Serdes.Integer(), Serdes.Long()), FOLD)
                .addSink(
                        "cube",
                        cube,
                        CellForm.cells().serializer(),
                        CellForm.sums().serializer(),
                        FOLD);
    }

    /** A store on disk. Changes are in Kafka too, so another machine can restore it. */
    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }
}
