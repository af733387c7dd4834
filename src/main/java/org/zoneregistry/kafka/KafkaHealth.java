package org.zoneregistry.kafka;

import io.quarkus.arc.lookup.LookupIfProperty;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.zoneregistry.kafka.PublisherState.Condition;

/**
 * How publishing to Kafka is doing; there only where it is switched on. It is wellness, not readiness: a registry whose
 * log isn't published records and answers as well as ever.
 */
@Wellness
@LookupIfProperty(name = KafkaWiring.ENABLED, stringValue = "true")
@ApplicationScoped
public class KafkaHealth implements HealthCheck {

    private final KafkaWiring wiring;

    KafkaHealth(KafkaWiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("kafka").up();
        wiring.publisher().map(LogPublisher::state).ifPresent(state -> {
            response.withData("topic", state.topic());
            response.withData("condition", state.condition().name());
            response.withData("position", state.position());
            if (state.error() != null) {
                response.withData("error", state.error());
            }
            response.status(state.condition() != Condition.STOPPED && state.condition() != Condition.RETRYING);
        });
        return response.build();
    }
}
