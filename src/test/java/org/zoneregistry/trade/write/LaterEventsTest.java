package org.zoneregistry.trade.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.trade.write.TradeRequests.json;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.testing.UniqueCodes;

/** Events with types of a later version of the program, as during a rolling upgrade. */
@QuarkusTest
class LaterEventsTest {

    private static final EventTypes LATER =
            EventTypes.of(List.of(new EventType<>("EnterpriseAudited", JsonNode.class, json -> json, json -> json)));

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    EventLog log;

    @Test
    void a_command_that_depends_on_one_is_left_to_a_node_that_knows_it() throws Exception {
        String zone = zone();
        String enterprise = UniqueCodes.next();
        appendOfALaterVersion(new Tag("enterprise", enterprise));
        long before = head();
        json("""
                {"id": "%s", "name": "Aero", "industry": "bonded-maintenance", "leading": true, \
                "effectiveOn": "2012-06"}
                """.formatted(enterprise))
                .post("/v1/zones/{zone}/enterprises", zone)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/node-outdated"))
                .body("detail", containsString("EnterpriseAudited"));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void one_that_only_has_the_same_zone_does_not_matter() throws Exception {
        String zone = zone();
        appendOfALaterVersion(new Tag("zone", zone));
        json("{\"name\": {\"en\": \"Renamed\"}, \"effectiveOn\": \"2012-07-01\"}")
                .post("/v1/zones/{zone}/name", zone)
                .then()
                .statusCode(200);
    }

    private long head() throws Exception {
        return log.head().toCompletableFuture().get().position();
    }

    @SuppressWarnings("unchecked") // a transaction returns its own result type
    private void appendOfALaterVersion(Tag tag) throws Exception {
        try (var engine =
                new PostgresEventStorageEngine(vertx, pool, LATER, new JsonEventCodec(LATER), EngineSettings.DEFAULT)) {
            var data = JsonNodeFactory.instance.objectNode().put("grade", "A");
            var event = new GenericTaggedEventMessage<>(
                    new GenericEventMessage(new MessageType("EnterpriseAudited"), data), Set.of(tag));
            engine.appendEvents(AppendCondition.none(), null, List.of(event))
                    .thenCompose(transaction -> ((AppendTransaction<Object>) transaction).commit(null))
                    .get();
        }
    }
}
