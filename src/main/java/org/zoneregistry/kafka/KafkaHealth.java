package org.zoneregistry.kafka;

import io.quarkus.arc.lookup.LookupIfProperty;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.zoneregistry.kafka.PublisherState.Condition;

/**
 * Reports the state of publishing to Kafka, if that is enabled. It is part of wellness, not of readiness: without
 * publishing, the registry still records and answers.
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
