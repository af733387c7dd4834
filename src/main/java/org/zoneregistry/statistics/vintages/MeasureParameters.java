package org.zoneregistry.statistics.vintages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.WireName;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.zone.event.ZoneCode;

/** The requested figure, as sent; for {@code @BeanParam}. */
@RegisterForReflection
public class MeasureParameters {

    @RestQuery("measure")
    @Parameter(
            required = true,
            description = "Which figure: trade (of zones, from the entries; takes zone, period, businessForm,"
                    + " direction and hsChapter), zones-trade (the same of all zones), or aggregate (as published;"
                    + " takes subject, territory, period and businessForm).",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"trade", "zones-trade", "aggregate"}),
            example = "trade")
    public @Nullable String measure;

    @RestQuery("zone")
    @Parameter(
            description = "The trade of these zones; for trade.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "new-harbour")
    public List<String> zone = List.of();

    @RestQuery("period")
    @Parameter(
            required = true,
            description = "The month, or the year with its months; for published figures exactly that period.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022")
    public @Nullable String period;

    @RestQuery("subject")
    @Parameter(
            description = "The published subject; for aggregate.",
            schema = @Schema(implementation = AggregateSubject.class))
    public @Nullable String subject;

    @RestQuery("territory")
    @Parameter(
            description = "CN, or a province by its ISO 3166-2 code; for aggregate.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^CN(-[A-Z]{2})?$"))
    public @Nullable String territory;

    /**
     * The measure; {@code null} if something is wrong, which is reported.
     *
     * @param entries the filters of entries; of a published figure only the form of business, one at most
     */
    @Nullable
    RestatedFigure read(QueryParameters query, EntryFilter entries) {
        RestatedFigure.Name name =
                required(query, "measure", query.oneOf("measure", measure, RestatedFigure.Name.class), measure);
        Period of = required(query, "period", query.read("period", period, Period::parse), period);
        return switch (name) {
            case TRADE -> trade(query, name, of, entries);
            case ZONES_TRADE -> {
                refuse(query, name, "zone", !zone.isEmpty());
                yield trade(query, name, of, entries);
            }
            case AGGREGATE -> published(query, name, of, entries);
            case null -> null;
        };
    }

    private @Nullable RestatedFigure trade(
            QueryParameters query, RestatedFigure.Name name, @Nullable Period of, EntryFilter entries) {
        Set<String> zones = query.each("zone", zone, text -> new ZoneCode(text).value());
        if (name == RestatedFigure.Name.TRADE && zone.isEmpty()) {
            query.violation(Violation.query("zone", "is required"));
        }
        refuse(query, name, "subject", subject != null);
        refuse(query, name, "territory", territory != null);
        var forms = entries.businessForms(query);
        var directions = entries.directions(query);
        var chapters = entries.hsChapters(query);
        return of == null ? null : new RestatedFigure.Trade(of, zones, forms, directions, chapters);
    }

    private @Nullable RestatedFigure published(
            QueryParameters query, RestatedFigure.Name name, @Nullable Period of, EntryFilter entries) {
        AggregateSubject about =
                required(query, "subject", query.oneOf("subject", subject, AggregateSubject.class), subject);
        String where = required(
                query, "territory", query.read("territory", territory, PublishedAggregate::territory), territory);
        refuse(query, name, "zone", !zone.isEmpty());
        refuse(query, name, "direction", !entries.direction.isEmpty());
        refuse(query, name, "hsChapter", !entries.hsChapter.isEmpty());
        Set<String> forms = entries.businessForms(query);
        if (forms.size() > 1) {
            query.violation(
                    Violation.query("businessForm", "must be one: each form of business is a figure of its own"));
        }
        return of == null || about == null || where == null
                ? null
                : new RestatedFigure.Published(
                        of, about.wireName(), where, forms.stream().findFirst().orElse(""));
    }

    private static <T> @Nullable T required(
            QueryParameters query, String name, @Nullable T read, @Nullable String given) {
        if (given == null) {
            query.violation(Violation.query(name, "is required"));
        }
        return read;
    }

    private static void refuse(QueryParameters query, RestatedFigure.Name measure, String name, boolean isGiven) {
        if (isGiven) {
            query.violation(Violation.query(name, "has no meaning for the measure " + WireName.of(measure)));
        }
    }
}
