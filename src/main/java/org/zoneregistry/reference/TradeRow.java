package org.zoneregistry.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.aggregate.PublishAggregate;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.zone.event.ZoneCode;

/** The translation of a row of a table of trade: its commands, and the parts that are left out. */
final class TradeRow {

    private final ReferenceRow row;
    private final String about;
    private final List<ReferenceCommand> commands = new ArrayList<>();
    private final List<Part> leftOut = new ArrayList<>();

    /** @param about the zone, province or form of business of the row; empty for none */
    TradeRow(ReferenceRow row, String about) {
        this.row = row;
        this.about = about;
    }

    private record Part(String what, String why) {}

    ReferenceRow row() {
        return row;
    }

    /**
     * The year, if the row covers a whole one. The registry has no period for another part of a year, so such a row
     * can't be recorded.
     */
    Optional<Period> year() {
        String part = row.fields().getOrDefault("period", "year");
        if (part.equals("year")) {
            return Optional.of(Period.parse(row.get("year")));
        }
        leaveOut("row", part + ": a part of a year is no period of the registry, which has months and years");
        return Optional.empty();
    }

    /**
     * Records a published figure.
     *
     * @param key identifies the command within the table: {@code 2022:zones}
     * @param columns the columns of the total, of the import and of the export; the latter two may be missing
     * @param reading the interpretation, or empty
     */
    void publish(String key, PublishedAggregate.Key of, Columns columns, String reading) {
        String source = source(reading);
        commands.add(command(
                key,
                new PublishAggregate(new PublishedAggregate(
                        of.subject(),
                        of.territory(),
                        of.period(),
                        of.businessForm(),
                        Money.parse(row.get(columns.total())),
                        money(columns.imports()),
                        money(columns.exports()),
                        source)),
                source));
    }

    /** Records a zone's trade as an entry. No table has its form of business. */
    void record(ZoneCode zone, Period period, Direction direction, Money value) {
        String name = zone + "-" + period + "-" + direction.wireName();
        commands.add(command(
                zone + ":" + period + ":" + direction.wireName(),
                new RecordTrade(new TradeEntry(
                        new EntryId("reference-" + name),
                        zone,
                        period,
                        direction,
                        BusinessForm.UNSPECIFIED,
                        null,
                        null,
                        null,
                        value)),
                source("")));
    }

    void leaveOut(String what, String why) {
        leftOut.add(new Part(what, why));
    }

    /** Leaves out those of the columns that have a value. */
    void leaveOutGiven(String why, String... columns) {
        String given = Stream.of(columns)
                .filter(column -> row.given(column).isPresent())
                .collect(Collectors.joining(", "));
        if (!given.isEmpty()) {
            leaveOut(given, why);
        }
    }

    @Nullable
    Money money(@Nullable String column) {
        return column == null ? null : row.given(column).map(Money::parse).orElse(null);
    }

    List<ReferenceCommand> commands() {
        return commands;
    }

    /** Each omitted part of a recorded row, or the whole row with all reasons. */
    List<Omission> omissions() {
        if (!commands.isEmpty()) {
            return leftOut.stream()
                    .map(part -> omission(false, part.what(), part.why()))
                    .toList();
        }
        String why = leftOut.stream().map(Part::why).distinct().collect(Collectors.joining("; "));
        return List.of(omission(true, "row", why.isEmpty() ? "no figure was found" : why));
    }

    private Omission omission(boolean whole, String what, String why) {
        String part = row.fields().getOrDefault("period", "year");
        String when = row.get("year") + (part.equals("year") ? "" : " " + part);
        return new Omission(row.file(), row.number(), whole, when, about, what, why);
    }

    private ReferenceCommand command(String key, Object command, String source) {
        String table = row.file().replaceFirst("\\.csv$", "").replaceFirst("^.*/", "");
        return new ReferenceCommand("reference:" + table + ":" + key, command, source);
    }

    private String source(String reading) {
        var source = new StringBuilder(row + " (" + row.get("evidence") + ")");
        if (row.fields().containsKey("source")) {
            row.given("source").ifPresent(text -> source.append(": ").append(text));
        }
        row.given("note").ifPresent(text -> source.append(" | note: ").append(text));
        if (!reading.isEmpty()) {
            source.append(" | read as: ").append(reading);
        }
        return source.toString();
    }

    /** The columns with the parts of a figure. */
    record Columns(
            String total,
            @Nullable String imports,
            @Nullable String exports) {

        /** A table that has only the total. */
        static Columns total(String total) {
            return new Columns(total, null, null);
        }
    }
}
