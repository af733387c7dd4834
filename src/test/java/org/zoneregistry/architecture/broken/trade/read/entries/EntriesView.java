package org.zoneregistry.architecture.broken.trade.read.entries;

/** What a broken view of zones shows too. */
public final class EntriesView {}
