package org.zoneregistry.architecture.broken.platform.axon;

import org.zoneregistry.architecture.broken.zone.read.detail.DetailView;

/** A platform made for one view. */
public final class ZoneyWiring {
    public int wire(DetailView view) {
        return view.hashCode();
    }
}
