package org.zoneregistry.trade.read.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.event.ZoneCode;

/** Which entries to list, as it was sent; for {@code @BeanParam}. */
@RegisterForReflection
public class TradeFilter {

    private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

    /** As it was sent. */
    @RestQuery("zone")
    @Parameter(description = "Entries of this zone.", example = "new-harbour")
    public @Nullable String zone;

    /** As it was sent. */
    @RestQuery("period")
    @Parameter(
            description = "Entries of this month, or of this year and its months.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022-12")
    public @Nullable String period;

    /** As it was sent. */
    @RestQuery("businessForm")
    @Parameter(description = "Entries of this form of business.", schema = @Schema(implementation = BusinessForm.class))
    public @Nullable String businessForm;

    /** As it was sent. */
    @RestQuery("direction")
    @Parameter(
            description = "Entries of this direction; total for those of which only the sum was published.",
            schema = @Schema(implementation = Direction.class))
    public @Nullable String direction;

    /** As it was sent. */
    @RestQuery("hsChapter")
    @Parameter(
            description = "Entries of this chapter of the Harmonized System.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^(" + HsChapter.PATTERN + ")$"),
            example = "88")
    public @Nullable String hsChapter;

    /** As it was sent. */
    @RestQuery("enterprise")
    @Parameter(description = "Entries of this enterprise.", example = "91320000MA1ABCDE0X")
    public @Nullable String enterprise;

    /** As it was sent. */
    @RestQuery("partner")
    @Parameter(description = "Entries of trade with this country, by ISO 3166-1 alpha-2.", example = "DE")
    public @Nullable String partner;

    /** As it was sent. */
    @RestQuery("orphaned")
    @Parameter(
            description = "true: only entries whose zone is not live on any day of their period, as known at knownAt;"
                    + " false: only the others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String orphaned;

    /** The question, as far as the parameters are right; the others are reported. */
    EntryQuestion read(QueryParameters query) {
        return new EntryQuestion(
                query.read("zone", zone, ZoneCode::new),
                query.read("period", period, Period::parse),
                query.oneOf("businessForm", businessForm, BusinessForm.class),
                query.oneOf("direction", direction, Direction.class),
                query.read("hsChapter", hsChapter, HsChapter::new),
                query.read("enterprise", enterprise, EnterpriseId::new),
                query.read("partner", partner, Country::new),
                query.read("orphaned", orphaned, TradeFilter::isTrue));
    }

    private static Boolean isTrue(String text) {
        Boolean value = BOOLEANS.get(text);
        if (value == null) {
            throw new IllegalArgumentException("must be true or false");
        }
        return value;
    }
}
