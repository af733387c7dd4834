package org.zoneregistry.statistics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.fold.CellSum;
import org.zoneregistry.trade.fold.CubeState;
import org.zoneregistry.trade.fold.TradeCell;
import org.zoneregistry.trade.fold.TradeFold;
import org.zoneregistry.zone.event.ZoneCode;

class TradeFoldProperties {

    private static final EnumSet<Dimension> FINEST = EnumSet.of(
            Dimension.YEAR,
            Dimension.MONTH,
            Dimension.ZONE,
            Dimension.DIRECTION,
            Dimension.BUSINESS_FORM,
            Dimension.HS_CHAPTER,
            Dimension.ENTERPRISE,
            Dimension.PARTNER);

    /** Keeps everything in maps. */
    private static final class InMemory implements CubeState {

        private final Map<EntryId, TradeEntry> entries = new HashMap<>();
        private final Map<TradeCell, CellSum> sums = new HashMap<>();

        @Override
        public @Nullable TradeEntry entry(EntryId id) {
            return entries.get(id);
        }

        @Override
        public void keep(EntryId id, @Nullable TradeEntry entry) {
            if (entry == null) {
                entries.remove(id);
            } else {
                entries.put(id, entry);
            }
        }

        @Override
        public CellSum sum(TradeCell cell) {
            return sums.getOrDefault(cell, CellSum.NOTHING);
        }

        @Override
        public void keep(TradeCell cell, CellSum sum) {
            sums.put(cell, sum);
        }
    }

    @Property(tries = 100)
    void folded_cells_are_the_sums_of_the_entries_one_by_one(
            @ForAll @IntRange(min = 1, max = 150) int events, @ForAll Random random) {
        var log = new SimulatedLog();
        var trade = new RandomTrade(random, List.of(new ZoneCode("a"), new ZoneCode("b")));
        var state = new InMemory();
        for (int i = 0; i < events; i++) {
            trade.appendTo(log);
        }
        log.events().stream()
                .flatMap(stored -> TradeEventJson.read(stored).stream())
                .filter(EntryEvent.class::isInstance)
                .map(EntryEvent.class::cast)
                .forEach(event -> TradeFold.apply(state, event));

        var question = new CubeQuestion(Period.ofYear(2020), Period.ofYear(2022), FINEST, Map.of(), null, events);
        Map<String, String> expected = new NaiveCube(log)
                .sums(question).stream()
                        .collect(Collectors.toMap(
                                cell -> cell.key().toString(), cell -> cell.total() + " of " + cell.entries()));
        Map<String, String> folded = state.sums.entrySet().stream()
                .filter(each -> each.getValue().entries() > 0)
                .collect(Collectors.toMap(
                        each -> key(each.getKey()).toString(),
                        each -> each.getValue().amount() + " of "
                                + each.getValue().entries()));
        assertThat(folded).isEqualTo(expected);
        assertThat(state.sums.values().stream().filter(sum -> sum.entries() == 0))
                .allMatch(CellSum.NOTHING::equals);
    }

    private static Map<Dimension, @Nullable String> key(TradeCell cell) {
        Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
        key.put(Dimension.YEAR, cell.period().wholeYear().toString());
        key.put(Dimension.MONTH, cell.period().isMonth() ? cell.period().toString() : null);
        key.put(Dimension.ZONE, cell.zone().value());
        key.put(Dimension.DIRECTION, cell.direction().wireName());
        key.put(Dimension.BUSINESS_FORM, cell.businessForm().wireName());
        key.put(Dimension.HS_CHAPTER, text(cell.hsChapter()));
        key.put(Dimension.ENTERPRISE, text(cell.enterprise()));
        key.put(Dimension.PARTNER, text(cell.partner()));
        return key;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
