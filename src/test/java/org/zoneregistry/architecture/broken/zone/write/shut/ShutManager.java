package org.zoneregistry.architecture.broken.zone.write.shut;

/** Has a forbidden name. */
public final class ShutManager {}
