package org.zoneregistry.architecture.broken.audit.tree;

import org.zoneregistry.architecture.broken.zone.read.detail.DetailView;

/** A tree that depends on zones. */
public final class ZoneyTree {
    public int leaf(DetailView view) {
        return view.hashCode();
    }
}
