package org.zoneregistry.log.tck;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.zoneregistry.log.LogFixture;
import org.zoneregistry.testing.NeedsServer;

@NeedsServer
class PostgresEngineConformanceTest extends StorageEngineConformance {

    private final LogFixture fixture = new LogFixture();

    @Override
    protected EventStorageEngine engine() {
        return fixture.engine();
    }

    @AfterEach
    void close() {
        fixture.close();
    }
}
