package org.zoneregistry.zone.event;

import org.jspecify.annotations.Nullable;

/**
 * What a zone is called.
 *
 * @param en the English name, always known
 * @param zh the Chinese name, where known
 */
public record ZoneName(String en, @Nullable String zh) {}
