package org.zoneregistry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    void a_node_that_falls_silent_loses_its_place_and_one_that_does_not_keeps_it() {
        Lease silent = fixture.lease(Duration.ofSeconds(2));
        Lease other = fixture.lease(Duration.ofMinutes(10));
        assertThat(takes(silent)).isTrue();

        await().atMost(PublisherFixture.PATIENCE).until(() -> takes(other));

        assertThat(takes(silent)).isFalse();
        assertThat(takes(other)).isTrue();
    }

    @Test
    void a_node_that_gives_its_place_back_is_followed_at_once() {
        Lease one = fixture.lease(Duration.ofMinutes(10));
        Lease other = fixture.lease(Duration.ofMinutes(10));
        assertThat(takes(one)).isTrue();
        assertThat(takes(other)).isFalse();
        other.release().await().atMost(PublisherFixture.PATIENCE);
        assertThat(takes(other)).as("only who has it can give it back").isFalse();

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
