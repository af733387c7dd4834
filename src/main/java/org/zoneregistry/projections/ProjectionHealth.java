package org.zoneregistry.projections;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.zoneregistry.follow.Follower.Condition;

/** Not ready when a projection has stopped, because reads would wait for new events until they time out. */
@Readiness
@ApplicationScoped
public class ProjectionHealth implements HealthCheck {

    private final Projections projections;

    ProjectionHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("projections").up();
        for (ProjectionRunner runner : projections.all()) {
            ProjectionState state = runner.state();
            response.withData(state.name() + ".position", state.position());
            response.withData(state.name() + ".condition", state.condition().name());
            if (state.error() != null) {
                response.withData(state.name() + ".error", state.error());
            }
            if (state.condition() == Condition.STOPPED) {
                response.down();
                if (state.stoppedAt() != null) {
                    response.withData(state.name() + ".stoppedAt", state.stoppedAt());
                }
            }
        }
        return response.build();
    }
}
