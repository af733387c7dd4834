package org.zoneregistry.architecture.broken.zone.read.list;

import org.axonframework.messaging.core.QualifiedName;
import org.zoneregistry.architecture.broken.zone.read.detail.DetailView;
import org.zoneregistry.architecture.broken.zone.write.open.OpenDecider;

/** A view that depends on another view, on a command, and on Axon. */
public final class ListView {
    public QualifiedName name(DetailView other, OpenDecider decider) {
        return new QualifiedName("broken", "view" + other.hashCode() + decider.hashCode());
    }
}
