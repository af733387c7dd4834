package org.zoneregistry.architecture.broken.log;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.architecture.broken.zone.read.detail.DetailView;

/** An event store that depends on a view of zones, and waits for it. */
public final class ZoneyLog {
    private static final List<BufferPoolMXBean> POOLS = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

    /** A cache that a native binary can't make. */
    public long cached() {
        return Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build()
                .estimatedSize();
    }

    /** How many pools the building machine has. */
    public int pools() {
        return POOLS.size();
    }

    public DetailView read(CompletableFuture<DetailView> view) {
        return view.join();
    }
}
