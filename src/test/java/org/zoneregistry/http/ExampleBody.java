package org.zoneregistry.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.AreaKm2;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.money.Money;

/** A body with a member of every kind. */
public record ExampleBody(
        @NotNull @Size(max = 80) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        String code,

        @NotNull Name name,
        @NotNull EffectiveDay effectiveOn,
        @Nullable EffectiveDay effectiveNotBefore,
        @Nullable Kind kind,
        @Nullable AreaKm2 areaKm2,
        @Nullable Money value,
        @Nullable Boolean leading,
        @Nullable Integer count,
        @Nullable List<@NotNull @Size(min = 2) String> absorbs,
        @Nullable ObjectNode values) {

    /** A rule between members. */
    public ExampleBody {
        if (effectiveOn.withNotBefore(effectiveNotBefore).on().getYear() == 1999) {
            throw new IllegalArgumentException("must not be of the year 1999");
        }
    }

    /** A part. */
    public record Name(
            @NotNull @Size(min = 1, max = 200) String en,
            @Nullable @Size(min = 1, max = 200) String zh) {}

    /** An enumeration. */
    public enum Kind {
        COLD_CHAIN,
        R_AND_D_PLATFORM
    }
}
