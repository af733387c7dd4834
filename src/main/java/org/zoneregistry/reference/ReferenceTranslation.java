package org.zoneregistry.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.accept.AcceptZone;
import org.zoneregistry.zone.write.convert.ConvertToComprehensive;
import org.zoneregistry.zone.write.establish.EstablishZone;

/**
 * The reference data as commands. Pure: the same data give the same commands.
 *
 * @param commands first those of the zones, by the days on which their facts took effect, so that each can be accepted;
 *     facts of one day in the order of the rows; then trade, in the order of the tables
 * @param omissions everything that has no command, in the order of the tables and their rows
 */
public record ReferenceTranslation(List<ReferenceCommand> commands, List<Omission> omissions) {

    public ReferenceTranslation {
        commands = List.copyOf(commands);
        omissions = List.copyOf(omissions);
    }

    /** The data that the application ships. */
    public static ReferenceTranslation shipped() {
        return of(ReferenceData.shipped());
    }

    /** A copy without the trade of single zones. */
    public ReferenceTranslation withoutEntries() {
        return new ReferenceTranslation(
                commands.stream()
                        .filter(command -> !(command.command() instanceof RecordTrade))
                        .toList(),
                omissions);
    }

    /** SHA-256 of all commands in hexadecimal. It is the same for the same commands in the same order. */
    String digest() {
        return ReferenceCommand.sha256(commands.stream()
                .map(command -> command.idempotencyKey() + " " + command.requestHash())
                .collect(Collectors.joining("\n")));
    }

    /** @throws IllegalArgumentException if a row fits no rule and no judgement covers it */
    static ReferenceTranslation of(ReferenceData data) {
        var zones = new ReferenceZones(data);
        List<Telling> tellings = tell(data, zones);
        Set<ZoneCode> areaLost = convertedWithoutArea(tellings);
        var facts = new ArrayList<Telling.AsCommand>();
        var omissions = new ArrayList<Omission>();
        for (Telling telling : tellings) {
            switch (telling) {
                case Telling.LeftOut(var row, var part, var why) ->
                    omissions.add(omission(row, part.isEmpty(), part.isEmpty() ? "row" : part, why));
                case Telling.AsCommand told
                when told.command() instanceof EstablishZone establish
                        && establish.areaKm2() != null
                        && areaLost.contains(establish.code()) -> {
                    var without = withoutArea(establish);
                    facts.add(new Telling.AsCommand(told.row(), told.part(), without, told.why()));
                    omissions.add(omission(
                            told.row(),
                            false,
                            "area",
                            "the " + establish.areaKm2() + " km² of the former form: the area after the conversion is"
                                    + " not known, and the registry would carry the former one on"));
                }
                case Telling.AsCommand told -> facts.add(told);
            }
        }
        facts.sort(Comparator.comparing(told -> told.command().fact().effectiveOn()));
        var commands = new ArrayList<ReferenceCommand>();
        facts.forEach(told -> commands.add(command(told, zones)));
        for (TradeRow row : new TradeTables(data).rows()) {
            commands.addAll(row.commands());
            omissions.addAll(row.omissions());
        }
        return new ReferenceTranslation(commands, omissions);
    }

    private static List<Telling> tell(ReferenceData data, ReferenceZones zones) {
        var rules = new TranslationRules(zones);
        var judgements = new Judgements(zones);
        var established = new HashMap<ZoneCode, LocalDate>();
        var accepted = new HashSet<ZoneCode>();
        var tellings = new ArrayList<Telling>();
        for (ReferenceRow row : data.history()) {
            List<ReferenceRow> lines = data.judgements().getOrDefault(row.number(), List.of());
            List<Telling> told = lines.isEmpty()
                    ? rules.tell(row, established, accepted)
                    : lines.stream()
                            .flatMap(line ->
                                    judgements.tell(row, line, () -> rules.tell(row, established, accepted)).stream())
                            .toList();
            tellings.addAll(told);
            told.stream()
                    .flatMap(telling -> telling instanceof Telling.AsCommand(var _, var _, var command, var _)
                            ? Stream.of(command)
                            : Stream.empty())
                    .forEach(command -> {
                        if (command instanceof EstablishZone establish) {
                            established.put(establish.code(), establish.effectiveNotBefore());
                        } else if (command instanceof AcceptZone accept) {
                            accepted.add(accept.zone());
                        }
                    });
        }
        return tellings;
    }

    private static Set<ZoneCode> convertedWithoutArea(List<Telling> tellings) {
        return tellings.stream()
                .flatMap(telling -> telling instanceof Telling.AsCommand(var _, var _, ConvertToComprehensive c, var _)
                                && c.areaKm2() == null
                        ? Stream.of(c.zone())
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static EstablishZone withoutArea(EstablishZone establish) {
        return new EstablishZone(
                establish.code(),
                establish.name(),
                establish.type(),
                establish.province(),
                establish.customsDistrict(),
                null,
                establish.effectiveOn(),
                establish.effectiveNotBefore());
    }

    private static Omission omission(ReferenceRow row, boolean whole, String what, String why) {
        return new Omission(row.file(), row.number(), whole, row.get("event"), row.get("zone_code"), what, why);
    }

    private static ReferenceCommand command(Telling.AsCommand told, ReferenceZones zones) {
        String key = "reference:history:" + told.row().number() + (told.part().isEmpty() ? "" : ":" + told.part());
        return new ReferenceCommand(key, told.command(), source(told, zones));
    }

    private static String source(Telling.AsCommand told, ReferenceZones zones) {
        ReferenceRow row = told.row();
        var source = new StringBuilder(row + " (" + row.get("evidence") + ")");
        row.given("source").ifPresent(text -> source.append(": ").append(text));
        row.given("detail").ifPresent(text -> source.append(" | detail: ").append(text));
        row.given("note").ifPresent(text -> source.append(" | note: ").append(text));
        if (told.command() instanceof EstablishZone establish) {
            source.append(" | province and customs district: ").append(zones.zone(establish.code()));
            if (zones.nameIsDerived(establish)) {
                source.append(" | English name: derived from the Chinese one");
            }
        }
        if (!told.why().isEmpty()) {
            source.append(" | told as: ").append(told.why());
        }
        return source.toString();
    }
}
