package org.zoneregistry.architecture.broken.trade.read.entries;

/** Used by the broken view of zones. */
public final class EntriesView {}
