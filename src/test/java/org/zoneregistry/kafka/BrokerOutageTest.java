package org.zoneregistry.kafka;

import org.junit.jupiter.api.Test;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.testing.TestKafka;

class BrokerOutageTest {

    @Test
    void what_was_appended_while_the_broker_was_away_is_published_once_it_is_back() {
        TestKafka kafka = TestKafka.shared();
        try (var fixture = new PublisherFixture(kafka)) {
            fixture.append(20);
            LogPublisher node = fixture.node();
            fixture.awaitAll();
            kafka.down();
            try {
                fixture.append(20);
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
