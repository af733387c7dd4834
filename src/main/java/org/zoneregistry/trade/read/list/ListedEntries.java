package org.zoneregistry.trade.read.list;

import java.util.List;

/**
 * A page of trade entries.
 *
 * @param entries by zone, period (a year before its months) and id
 */
public record ListedEntries(List<ListedEntry> entries) {

    public ListedEntries {
        entries = List.copyOf(entries);
    }
}
