package org.zoneregistry.statistics.vintages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.WireName;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.zone.event.ZoneCode;

/** The requested figure, as sent; for {@code @BeanParam}. */
@RegisterForReflection
public class MeasureParameters {

    @RestQuery("measure")
    @Parameter(
            required = true,
            description = "Which figure: trade (of a zone, from the entries; takes zone, period, businessForm and"
                    + " direction), zones-trade (the same of all zones), or aggregate (as published; takes subject,"
                    + " territory, period and businessForm).",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"trade", "zones-trade", "aggregate"}),
            example = "zones-trade")
    public @Nullable String measure;

    @RestQuery("zone")
    @Parameter(description = "The zone; for trade.", schema = @Schema(type = SchemaType.STRING))
    public @Nullable String zone;

    @RestQuery("period")
    @Parameter(
            required = true,
            description = "The month, or the year with its months; for published figures exactly that period.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022")
    public @Nullable String period;

    @RestQuery("businessForm")
    @Parameter(description = "Only this form of business.", schema = @Schema(implementation = BusinessForm.class))
    public @Nullable String businessForm;

    @RestQuery("direction")
    @Parameter(
            description = "Only entries of this direction; for trade and zones-trade.",
            schema = @Schema(implementation = Direction.class))
    public @Nullable String direction;

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

    /** The measure; {@code null} if something is wrong, which is reported. */
    @Nullable
    RestatedFigure read(QueryParameters query) {
        RestatedFigure.Name name =
                required(query, "measure", query.oneOf("measure", measure, RestatedFigure.Name.class), measure);
        Period of = required(query, "period", query.read("period", period, Period::parse), period);
        ZoneCode code = query.read("zone", zone, ZoneCode::new);
        BusinessForm form = query.oneOf("businessForm", businessForm, BusinessForm.class);
        Direction way = query.oneOf("direction", direction, Direction.class);
        AggregateSubject about = query.oneOf("subject", subject, AggregateSubject.class);
        String where = query.read("territory", territory, PublishedAggregate::territory);
        return switch (name) {
            case TRADE -> {
                required(query, "zone", code, zone);
                refuse(query, name, "subject", subject);
                refuse(query, name, "territory", territory);
                yield of == null ? null : new RestatedFigure.Trade(code, of, form, way);
            }
            case ZONES_TRADE -> {
                refuse(query, name, "zone", zone);
                refuse(query, name, "subject", subject);
                refuse(query, name, "territory", territory);
                yield of == null ? null : new RestatedFigure.Trade(null, of, form, way);
            }
            case AGGREGATE -> {
                required(query, "subject", about, subject);
                required(query, "territory", where, territory);
                refuse(query, name, "zone", zone);
                refuse(query, name, "direction", direction);
                yield of == null || about == null || where == null
                        ? null
                        : new RestatedFigure.Published(new PublishedAggregate.Key(about, where, of, form));
            }
            case null -> null;
        };
    }

    private static <T> @Nullable T required(
            QueryParameters query, String name, @Nullable T read, @Nullable String given) {
        if (given == null) {
            query.violation(Violation.query(name, "is required"));
        }
        return read;
    }

    private static void refuse(
            QueryParameters query, RestatedFigure.Name measure, String name, @Nullable String given) {
        if (given != null) {
            query.violation(Violation.query(name, "has no meaning for the measure " + WireName.of(measure)));
        }
    }
}
