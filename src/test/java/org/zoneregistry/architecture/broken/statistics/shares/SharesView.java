package org.zoneregistry.architecture.broken.statistics.shares;

import org.zoneregistry.architecture.broken.statistics.sums.SumsView;

/** A statistic that depends on another. */
public final class SharesView {
    public int size(SumsView other) {
        return other.hashCode();
    }
}
