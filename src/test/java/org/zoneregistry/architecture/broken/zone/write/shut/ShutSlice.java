package org.zoneregistry.architecture.broken.zone.write.shut;

import org.axonframework.messaging.core.QualifiedName;
import org.zoneregistry.architecture.broken.zone.read.list.ListView;

/** Reads a view for a decision. */
public final class ShutSlice {
    public QualifiedName name(ListView view) {
        return new QualifiedName("broken", "view" + view.hashCode());
    }
}
