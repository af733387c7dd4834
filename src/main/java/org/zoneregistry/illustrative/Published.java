package org.zoneregistry.illustrative;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.reference.ReferenceTranslation;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.aggregate.PublishAggregate;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneCommand;

/**
 * The reference data that the generated entries must agree with.
 *
 * @param zones their history
 * @param figures the published yearly figures of zones
 * @param entries the known trade of single zones
 * @param totals the national total of zones by year, in fen: published, or interpolated between two published ones
 */
record Published(
        Timelines zones, List<PublishedAggregate> figures, List<TradeEntry> entries, TreeMap<Integer, Long> totals) {

    static Published in(ReferenceTranslation translation) {
        List<ZoneCommand> facts = commands(translation, ZoneCommand.class).toList();
        List<PublishedAggregate> figures = commands(translation, PublishAggregate.class)
                .map(PublishAggregate::aggregate)
                .filter(figure -> figure.subject() != AggregateSubject.FOREIGN_TRADE
                        && !figure.period().isMonth())
                .toList();
        return new Published(
                Timelines.of(IntStream.range(0, facts.size())
                        .mapToObj(i -> new RecordedZoneEvent(
                                i + 1,
                                new UUID(0, i + 1),
                                Instant.EPOCH,
                                facts.get(i).fact()))
                        .toList()),
                figures,
                commands(translation, RecordTrade.class).map(RecordTrade::entry).toList(),
                everyYear(figures));
    }

    /** The published figures of the year with a form of business, or without. */
    Stream<PublishedAggregate> figures(int year, boolean ofForms) {
        return figures.stream()
                .filter(figure -> figure.period().equals(Period.ofYear(year)))
                .filter(figure -> (figure.businessForm() != null) == ofForms);
    }

    /** The known entries of the year. */
    Stream<TradeEntry> entries(int year) {
        return entries.stream().filter(entry -> entry.period().equals(Period.ofYear(year)));
    }

    /**
     * The zones' export of the year, in fen: as published if the two directions add up to the total, otherwise in
     * proportion.
     */
    long exports(int year) {
        long total = Objects.requireNonNull(totals.get(year));
        return figure(year)
                .filter(figure -> sum(figure) == figure.total().fen())
                .map(figure -> fen(figure.exports()))
                .orElseGet(() -> Apportionment.share(total, fen(pattern(year).exports()), sum(pattern(year))));
    }

    /** Among the figures with directions, that of the nearest year. */
    private PublishedAggregate pattern(int year) {
        return totals.keySet().stream()
                .flatMap(other -> figure(other).stream())
                .filter(figure -> sum(figure) > 0)
                .min((a, b) -> Integer.compare(distance(a, year), distance(b, year)))
                .orElseThrow();
    }

    private static int distance(PublishedAggregate figure, int year) {
        return Math.abs(figure.period().year() - year);
    }

    private Optional<PublishedAggregate> figure(int year) {
        return figures(year, false).filter(Published::isOfTheZones).findFirst();
    }

    private static boolean isOfTheZones(PublishedAggregate figure) {
        return figure.subject() == AggregateSubject.ZONES && figure.territory().equals(PublishedAggregate.COUNTRY);
    }

    /** Import plus export, or 0 if one of them is missing. */
    private static long sum(PublishedAggregate figure) {
        return figure.imports() == null || figure.exports() == null ? 0 : fen(figure.imports()) + fen(figure.exports());
    }

    private static long fen(@Nullable Money money) {
        return Objects.requireNonNull(money).fen();
    }

    private static TreeMap<Integer, Long> everyYear(List<PublishedAggregate> figures) {
        var published = new TreeMap<Integer, Long>();
        figures.stream()
                .filter(figure -> isOfTheZones(figure) && figure.businessForm() == null)
                .forEach(figure ->
                        published.put(figure.period().year(), figure.total().fen()));
        var totals = new TreeMap<Integer, Long>(published);
        for (int year = published.firstKey(); year < published.lastKey(); year++) {
            Map.Entry<Integer, Long> before = published.floorEntry(year);
            Map.Entry<Integer, Long> after = published.higherEntry(year);
            long rise = after.getValue() - before.getValue();
            totals.put(year, before.getValue() + rise * (year - before.getKey()) / (after.getKey() - before.getKey()));
        }
        return totals;
    }

    private static <C> Stream<C> commands(ReferenceTranslation translation, Class<C> type) {
        return translation.commands().stream()
                .map(command -> command.command())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
