package org.zoneregistry.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim of the press conference of 20 March 2023, from claims.csv.
 *
 * @param name which claim
 * @param figure as stated: a number, or a bound in words; {@code null} if none was
 */
public record StatedClaim(String name, @Nullable String figure) {

    /** All claims, in order. */
    public static List<StatedClaim> all() {
        return ReferenceData.table("claims.csv").stream()
                .map(row ->
                        new StatedClaim(row.get("claim"), row.given("figure").orElse(null)))
                .toList();
    }
}
