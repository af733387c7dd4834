package org.zoneregistry.architecture.broken.statistics.sums;

/** A statistic that keeps to itself. */
public final class SumsView {}
