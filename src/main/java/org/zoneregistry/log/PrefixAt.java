package org.zoneregistry.log;

/**
 * The log at an instant.
 *
 * @param prefix the longest prefix in which every event was recorded at or before the instant
 * @param isFinal whether no more events can be recorded at or before the instant, whatever clocks do
 * @param isFuture whether the instant is after the head and after the database's clock
 */
public record PrefixAt(LogHead prefix, boolean isFinal, boolean isFuture) {}
