package org.zoneregistry.trade.read.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.zone.event.ZoneCode;

/** The requested entries, as sent; for {@code @BeanParam}. Each parameter takes several values. */
@RegisterForReflection
public class TradeFilter extends EntryFilter {

    private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

    @RestQuery("zone")
    @Parameter(
            description = "Entries of this zone.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "new-harbour")
    public List<String> zone = List.of();

    @RestQuery("period")
    @Parameter(
            description = "Entries of this month, or of this year and its months.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "2022-12")
    public List<String> period = List.of();

    @RestQuery("enterprise")
    @Parameter(
            description = "Entries of this enterprise.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "91320000MA1ABCDE0X")
    public List<String> enterprise = List.of();

    @RestQuery("partner")
    @Parameter(
            description = "Entries of trade with this country, by ISO 3166-1 alpha-2.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "DE")
    public List<String> partner = List.of();

    @RestQuery("orphaned")
    @Parameter(
            description = "true: only entries whose zone is not live on any day of their period, as known at knownAt;"
                    + " false: only the others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String orphaned;

    /** The valid parts of the question; violations are reported. */
    EntryQuestion read(QueryParameters query) {
        return new EntryQuestion(
                query.each("zone", zone, text -> new ZoneCode(text).value()),
                query.each("period", period, Period::parse),
                businessForms(query),
                directions(query),
                hsChapters(query),
                query.eachWhole("enterprise", enterprise, text -> new EnterpriseId(text).value()),
                query.each("partner", partner, text -> new Country(text).code()),
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
