package org.zoneregistry.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.trade.write.aggregate.PublishAggregate;
import org.zoneregistry.trade.write.record.RecordTrade;

/** The generated half of docs/reference-data.md. */
final class ReferenceDocument {

    static final String MARK = "<!-- From here on generated; checked by ReferenceDocumentTest. -->\n";

    private final ReferenceTranslation translation = ReferenceTranslation.shipped();
    private final ReferenceData data = ReferenceData.shipped();
    private final StringBuilder text = new StringBuilder();

    static String generated() {
        var document = new ReferenceDocument();
        document.whatIsLoaded();
        document.counts();
        document.differences();
        document.judgements();
        document.otherZones();
        document.leftOut();
        document.toldInPart();
        document.figures();
        document.entries();
        document.tradeLeftOut();
        return document.text.toString();
    }

    private void whatIsLoaded() {
        heading("What is loaded");
        line(translation.commands().size() + " commands from " + data.history().size()
                + " rows of history.csv and the tables of trade:\n");
        table("command", "how many");
        translation.commands().stream()
                .collect(Collectors.groupingBy(
                        told -> told.command().getClass().getSimpleName(), TreeMap::new, Collectors.counting()))
                .forEach((name, count) -> row(name, count));
    }

    private void counts() {
        heading("Published counts and the registry's");
        line("Of live zones, on the date of the source (a month stands for its last day).\n*Undecided* are the facts"
                + " that may have been in effect by then, but are not known to have been.\n");
        table("date", "counted", "published", "registry", "undecided");
        DatedCounts.all()
                .forEach(count -> row(
                        count.asOf(),
                        count.column().replace('_', ' '),
                        count.published(),
                        count.registry() == count.published() ? count.registry() : "**" + count.registry() + "**",
                        DatedCounts.undecided(count.asOf())));
    }

    private void differences() {
        heading("The differences, explained");
        table("date", "counted", "published", "registry", "why");
        ReferenceData.table("telling/count-differences.csv")
                .forEach(row -> row(
                        row.get("as_of"),
                        row.get("column").replace('_', ' '),
                        row.get("published"),
                        row.get("registry"),
                        row.get("why")));
    }

    private void judgements() {
        heading("Rows told by judgement");
        table("row", "zone", "told as", "why");
        ReferenceData.table("telling/judgements.csv")
                .forEach(line -> row(
                        line.get("row"),
                        line.given("zone").orElseGet(() -> zone(line.get("row"))),
                        line.get("tell") + (line.get("part").isEmpty() ? "" : " (" + line.get("part") + ")"),
                        line.get("why")));
    }

    private String zone(String row) {
        return data.history().get(Integer.parseInt(row) - 1).get("zone_code");
    }

    private void otherZones() {
        heading("Zones that the list of 20 March 2023 does not have");
        table("code", "name", "English name (derived)", "why");
        ReferenceData.table("telling/zones.csv")
                .forEach(zone -> row(zone.get("code"), zone.get("name_zh"), zone.get("name_en"), zone.get("why")));
    }

    private void leftOut() {
        heading("Rows left out");
        table("rows", "event", "why");
        grouped(omissions(true, true), Omission::event);
    }

    private void toldInPart() {
        heading("Rows told in part");
        table("row", "zone", "not told", "why");
        omissions(true, false)
                .forEach(omission -> row(omission.row(), omission.zone(), omission.what(), omission.reason()));
    }

    private void figures() {
        heading("Published figures told");
        table("subject", "territory", "period", "business form", "total", "import", "export", "source");
        commands(PublishAggregate.class)
                .map(PublishAggregate::aggregate)
                .forEach(figure -> row(
                        figure.subject().wireName(),
                        figure.territory(),
                        figure.period(),
                        figure.businessForm() == null
                                ? ""
                                : figure.businessForm().wireName(),
                        figure.total(),
                        figure.imports() == null ? "" : figure.imports(),
                        figure.exports() == null ? "" : figure.exports(),
                        figure.source().replace(" | ", "; ")));
    }

    private void entries() {
        heading("Entries told");
        table("entryId", "zone", "period", "direction", "value");
        commands(RecordTrade.class)
                .map(RecordTrade::entry)
                .forEach(entry -> row(
                        entry.id(),
                        entry.zone(),
                        entry.period(),
                        entry.direction().wireName(),
                        entry.value()));
    }

    private void tradeLeftOut() {
        heading("Left out of the tables of trade");
        table("table", "row", "about", "not told", "why");
        Stream.concat(omissions(false, true).stream(), omissions(false, false).stream())
                .sorted(Comparator.comparing(Omission::file, Comparator.comparingInt(tables()::indexOf))
                        .thenComparing(Omission::row))
                .forEach(omission -> row(
                        omission.file(),
                        omission.row(),
                        omission.event() + (omission.zone().isEmpty() ? "" : ", " + omission.zone()),
                        omission.what(),
                        omission.reason()));
    }

    private List<String> tables() {
        return translation.omissions().stream().map(Omission::file).distinct().toList();
    }

    private <C> Stream<C> commands(Class<C> kind) {
        return translation.commands().stream()
                .map(ReferenceCommand::command)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private List<Omission> omissions(boolean ofTheHistory, boolean whole) {
        return translation.omissions().stream()
                .filter(omission -> omission.file().equals("history.csv") == ofTheHistory && omission.whole() == whole)
                .toList();
    }

    private void grouped(List<Omission> omissions, Function<Omission, String> by) {
        Map<String, List<Omission>> groups = omissions.stream()
                .collect(Collectors.groupingBy(
                        omission -> by.apply(omission) + " | " + omission.reason(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.forEach((group, rows) -> line("| "
                + rows.stream()
                        .map(omission -> omission.row() + named(omission))
                        .collect(Collectors.joining(", ")) + " | "
                + group + " |"));
    }

    private static String named(Omission omission) {
        return omission.zone().isEmpty() ? "" : " (" + omission.zone() + ")";
    }

    private void heading(String title) {
        line("\n## " + title + "\n");
    }

    private void table(String... columns) {
        row((Object[]) columns);
        line("|" + "---|".repeat(columns.length));
    }

    private void row(Object... cells) {
        line("| " + Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ")) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
