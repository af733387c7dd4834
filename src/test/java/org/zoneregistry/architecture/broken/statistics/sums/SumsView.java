package org.zoneregistry.architecture.broken.statistics.sums;

/** A statistic without wrong dependencies. */
public final class SumsView {}
