package org.zoneregistry.statistics.sdmx;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.ValidAt;
import org.zoneregistry.trade.event.Period;

/** The requested data, as sent; for {@code @BeanParam}. The names are those of SDMX 2.1. */
@RegisterForReflection
public class DataParameters extends ValidAt {

    private static final Pattern OF_TIME = Pattern.compile(StructureMessage.TIME);

    @RestPath("flow")
    @Parameter(
            description = "The dataflow: its id, with its agency before and its version after it if wanted.",
            schema = @Schema(type = SchemaType.STRING),
            example = "ZR,TRADE,1.0")
    public String flow;

    @RestPath("key")
    @Parameter(
            description = "Which series; all for every one.",
            schema = @Schema(type = SchemaType.STRING),
            example = "A.CN-JS._T._T._T")
    public String key;

    @RestQuery("startPeriod")
    @Parameter(
            description = "Only periods that begin with this year or month, or later.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2021")
    public @Nullable String startPeriod;

    @RestQuery("endPeriod")
    @Parameter(
            description = "Only periods that end with this year or month, or earlier.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022-12")
    public @Nullable String endPeriod;

    @RestQuery("detail")
    @Parameter(
            description = "How much of the series: everything, no attributes, only the keys, or no observations."
                    + " Default: full.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"full", "dataonly", "serieskeysonly", "nodata"}),
            example = "full")
    public @Nullable String detail;

    @RestQuery("dimensionAtObservation")
    @Parameter(
            description = "What the observations of a series differ in: time, always.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {StructureMessage.TIME}),
            example = StructureMessage.TIME)
    public @Nullable String dimensionAtObservation;

    /** For quarkus-rest, which sets the fields. */
    @SuppressWarnings("NullAway.Init") // the fields are injected
    public DataParameters() {}

    /** Whether the request is for the trade of zones. */
    boolean isOfTrade() {
        return Reference.parse(flow).names(TradeFlow.ID);
    }

    /** The requested series; any series if the key was reported. */
    WantedSeries wanted(QueryParameters query) {
        try {
            return WantedSeries.parse(key);
        } catch (IllegalArgumentException refused) {
            query.violation(Violation.path("key", String.valueOf(refused.getMessage())));
            return WantedSeries.ANY;
        }
    }

    /** The valid parts of the periods; violations are reported. */
    TimeWindow window(QueryParameters query) {
        var window = new TimeWindow(
                query.read("startPeriod", startPeriod, Period::parse),
                query.read("endPeriod", endPeriod, Period::parse));
        if (window.isEmpty()) {
            query.violation(Violation.query("endPeriod", "must not be before startPeriod"));
        }
        query.matching("dimensionAtObservation", dimensionAtObservation, OF_TIME, "must be " + StructureMessage.TIME);
        return window;
    }

    /** The requested detail; violations are reported. */
    Detail detail(QueryParameters query) {
        return Objects.requireNonNullElse(query.oneOf("detail", detail, Detail.class), Detail.FULL);
    }
}
