package org.zoneregistry.zone.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneName;

/**
 * The name of a zone.
 *
 * @param en in English
 * @param zh in Chinese, if known
 */
@Schema(name = "ZoneName")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZoneNameAnswer(String en, @Nullable String zh) {

    /** The name's written form, {@code null} for none. */
    public static @Nullable ZoneNameAnswer of(@Nullable ZoneName name) {
        return name == null ? null : new ZoneNameAnswer(name.en(), name.zh());
    }
}
