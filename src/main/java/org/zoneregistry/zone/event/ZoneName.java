package org.zoneregistry.zone.event;

import org.jspecify.annotations.Nullable;

/**
 * The name of a zone.
 *
 * @param en the English name, always known
 * @param zh the Chinese name, if known
 */
public record ZoneName(String en, @Nullable String zh) {}
