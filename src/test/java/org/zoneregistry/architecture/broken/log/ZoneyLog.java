package org.zoneregistry.architecture.broken.log;

import java.util.concurrent.CompletableFuture;
import org.zoneregistry.architecture.broken.zone.read.detail.DetailView;

/** An event store that depends on a view of zones, and waits for it. */
public final class ZoneyLog {
    public DetailView read(CompletableFuture<DetailView> view) {
        return view.join();
    }
}
