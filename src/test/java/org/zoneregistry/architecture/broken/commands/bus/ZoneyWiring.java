package org.zoneregistry.architecture.broken.commands.bus;

import org.zoneregistry.architecture.broken.zone.read.detail.DetailView;

/** Wiring for one view. */
public final class ZoneyWiring {
    public int wire(DetailView view) {
        return view.hashCode();
    }
}
