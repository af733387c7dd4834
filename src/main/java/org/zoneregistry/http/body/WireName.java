package org.zoneregistry.http.body;

import java.util.Locale;

/**
 * How enum constants are written in JSON, in query parameters and in the OpenAPI document: {@code BONDED_ZONE} is
 * {@code bonded-zone}.
 */
public final class WireName {

    private WireName() {}

    /** The written form of the constant. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** The written form of the constant of that name. */
    public static String of(String constantName) {
        return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
