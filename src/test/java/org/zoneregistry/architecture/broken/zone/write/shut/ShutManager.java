package org.zoneregistry.architecture.broken.zone.write.shut;

/** Is called what it is not. */
public final class ShutManager {}
