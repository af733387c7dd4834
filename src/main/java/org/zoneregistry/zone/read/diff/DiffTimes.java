package org.zoneregistry.zone.read.diff;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.http.query.QueryParameters;

/** The two points in time to compare, as sent; for {@code @BeanParam}. */
@RegisterForReflection
public class DiffTimes {

    private static final String DAY = "2022-12-31";
    private static final String INSTANT = "2026-11-23T22:40:23.123456Z";

    @RestQuery("fromValidAt")
    @Parameter(
            description = "The day to compare from. Default: today.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2019-12-31")
    public @Nullable String fromValidAt;

    @RestQuery("toValidAt")
    @Parameter(
            description = "The day to compare with. Default: today.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = DAY)
    public @Nullable String toValidAt;

    @RestQuery("fromKnownAt")
    @Parameter(
            description = "The state of knowledge to compare from: an instant or a position. Default: the latest.",
            schema = @Schema(type = SchemaType.STRING),
            example = INSTANT)
    public @Nullable String fromKnownAt;

    @RestQuery("toKnownAt")
    @Parameter(
            description = "The state of knowledge to compare with: an instant or a position. Default: the latest.",
            schema = @Schema(type = SchemaType.STRING),
            example = INSTANT)
    public @Nullable String toKnownAt;

    /** The valid parts; violations are reported. */
    DiffQuestion read(QueryParameters query) {
        return new DiffQuestion(
                query.day("fromValidAt", fromValidAt),
                query.day("toValidAt", toValidAt),
                query.read("fromKnownAt", fromKnownAt, KnownAt::parse),
                query.read("toKnownAt", toKnownAt, KnownAt::parse));
    }
}
