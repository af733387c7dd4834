package org.zoneregistry.kafka;

import static org.zoneregistry.testing.Waiting.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestKafka;

@NeedsServer
class BrokerOutageTest {

    @Test
    void a_broker_that_goes_down_and_comes_back_has_every_event_once() {
        TestKafka kafka = TestKafka.shared();
        try (var fixture = new PublisherFixture(kafka)) {
            fixture.append(400);
            LogPublisher node = fixture.node();
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> node.state().position() > 3 * PublisherFixture.BATCH);
            kafka.down();
            try {
                fixture.awaitCondition(node, Condition.RETRYING);
                fixture.append(20);
            } finally {
                kafka.up();
            }

            fixture.awaitAll();

            fixture.topic.holds(fixture.log);
        }
    }
}
