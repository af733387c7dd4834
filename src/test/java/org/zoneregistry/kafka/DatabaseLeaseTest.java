package org.zoneregistry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestKafka;

@NeedsServer
class DatabaseLeaseTest {

    private final PublisherFixture fixture = new PublisherFixture(TestKafka.shared());

    @AfterEach
    void close() {
        fixture.close();
    }

    private static boolean takes(Lease lease) {
        return lease.take(0).await().atMost(PublisherFixture.PATIENCE);
    }

    @Test
    void a_silent_node_loses_the_lease_and_one_with_heartbeats_keeps_it() {
        Lease silent = fixture.lease(Duration.ofSeconds(2));
        Lease other = fixture.lease(Duration.ofMinutes(10));
        assertThat(takes(silent)).isTrue();

        await().atMost(PublisherFixture.PATIENCE).until(() -> takes(other));

        assertThat(takes(silent)).isFalse();
        assertThat(takes(other)).isTrue();
    }

    @Test
    void a_released_lease_is_taken_at_once() {
        Lease one = fixture.lease(Duration.ofMinutes(10));
        Lease other = fixture.lease(Duration.ofMinutes(10));
        assertThat(takes(one)).isTrue();
        assertThat(takes(other)).isFalse();
        other.release().await().atMost(PublisherFixture.PATIENCE);
        assertThat(takes(other)).as("only the holder can release it").isFalse();

        one.release().await().atMost(PublisherFixture.PATIENCE);

        assertThat(takes(other)).isTrue();
        assertThat(takes(one)).isFalse();
    }

    @Test
    void the_first_number_of_partitions_is_kept() {
        Lease one = fixture.lease(Duration.ofMinutes(10));
        assertThat(takes(one)).isTrue();

        assertThat(one.partitions(12).await().atMost(PublisherFixture.PATIENCE)).isEqualTo(12);
        assertThat(one.partitions(13).await().atMost(PublisherFixture.PATIENCE)).isEqualTo(12);
    }
}
