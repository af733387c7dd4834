package org.zoneregistry.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return document.text.toString();
    }

    private void whatIsLoaded() {
        heading("What is loaded");
        line(translation.commands().size() + " commands from " + data.history().size() + " rows of history.csv:\n");
        table("command", "how many");
        translation.commands().stream()
                .collect(Collectors.groupingBy(
                        told -> told.command().getClass().getSimpleName(), TreeMap::new, Collectors.counting()))
                .forEach((name, count) -> row(name, count));
    }

    private void counts() {
        heading("Published counts and the registry's");
        line(
                "Of live zones, on the date of the source (a month stands for its last day). *Undecided* are the facts that"
                        + " may have been in effect by then, but are not known to have been.\n");
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
        grouped(translation.omissions().stream().filter(Omission::whole).toList(), Omission::event);
    }

    private void toldInPart() {
        heading("Rows told in part");
        table("row", "zone", "not told", "why");
        translation.omissions().stream()
                .filter(omission -> !omission.whole())
                .forEach(omission -> row(omission.row(), omission.zone(), omission.what(), omission.reason()));
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
