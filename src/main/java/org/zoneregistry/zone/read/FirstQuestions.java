package org.zoneregistry.zone.read;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Asks the first questions about zones before the node is ready. So no client has to wait while classes are loaded and
 * statements are prepared.
 */
@Readiness
@ApplicationScoped
public class FirstQuestions implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(FirstQuestions.class);
    private static final LocalDate ANY_DAY = LocalDate.of(2022, 12, 31);

    private final Vertx vertx;
    private final ZoneStates states;
    private final ZoneFacts facts;
    private volatile boolean areAnswered;

    FirstQuestions(Vertx vertx, ZoneStates states, ZoneFacts facts) {
        this.vertx = vertx;
        this.states = states;
        this.facts = facts;
    }

    void onStart(@Observes StartupEvent event) {
        Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(now -> ask().subscribe().with(answer -> areAnswered = true, failure -> {
            LOG.warnf(
                    "The first questions about zones were not asked at the start, so the first answers can be slow:"
                            + " %s",
                    failure);
            areAnswered = true;
        }));
    }

    private Uni<?> ask() {
        var zone = new ZoneCode("none");
        return states.one(zone, ANY_DAY, 0).chain(() -> facts.about(List.of(zone.value()), 0));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("first-questions").status(areAnswered).build();
    }
}
