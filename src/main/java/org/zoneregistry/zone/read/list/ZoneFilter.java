package org.zoneregistry.zone.read.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;

/** Which zones to list, as it was sent; for {@code @BeanParam}. */
@RegisterForReflection
public class ZoneFilter {

    private static final int LONGEST_Q = 100;

    /** As it was sent. */
    @RestQuery("type")
    @Parameter(description = "Zones of this type.", schema = @Schema(implementation = ZoneType.class))
    public @Nullable String type;

    /** As it was sent. */
    @RestQuery("status")
    @Parameter(
            description = "Zones of this status; live stands for established and operating.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"established", "operating", "closed", "absorbed", "live"}))
    public @Nullable String status;

    /** As it was sent. */
    @RestQuery("province")
    @Parameter(description = "Zones in this province, by its ISO 3166-2 code.", example = "CN-JS")
    public @Nullable String province;

    /** As it was sent. */
    @RestQuery("region")
    @Parameter(description = "Zones in this economic region.", schema = @Schema(implementation = Region.class))
    public @Nullable String region;

    /** As it was sent. */
    @RestQuery("q")
    @Parameter(
            description = "Zones that have this text in their code or one of their names, in upper or lower case.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_Q),
            example = "suzhou")
    public @Nullable String q;

    /** The question, as far as the parameters are right; the others are reported. */
    ZoneQuestion read(QueryParameters query) {
        return new ZoneQuestion(
                query.oneOf("type", type, ZoneType.class),
                "live".equals(status) ? null : query.oneOf("status", status, ZoneStatus.class),
                "live".equals(status),
                query.read("province", province, ZoneFilter::known),
                query.oneOf("region", region, Region.class),
                lowerCase(query.text("q", q, LONGEST_Q)));
    }

    private static String known(String iso) {
        return Province.byIso(iso)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be the ISO 3166-2 code of a province, such as CN-JS; GET /v1/territories lists them"))
                .iso();
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
