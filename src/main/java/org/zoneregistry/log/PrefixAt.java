package org.zoneregistry.log;

/**
 * What the log was at an instant.
 *
 * @param prefix the longest one in which everything was recorded at or before the instant
 * @param isFinal whether no event will ever be recorded at or before it that isn't there yet, whatever clocks do
 * @param isFuture whether the instant is after the head and after the database's clock
 */
public record PrefixAt(LogHead prefix, boolean isFinal, boolean isFuture) {}
