package org.zoneregistry.reference;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the reference data are loaded, so that no client sees only a part of them. */
@Readiness
@ApplicationScoped
public class ReferenceDataReady implements HealthCheck {

    private final ReferenceDataAtStart atStart;

    ReferenceDataReady(ReferenceDataAtStart atStart) {
        this.atStart = atStart;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("reference data").status(atStart.done());
        atStart.report()
                .ifPresent(report -> response.withData("loaded", report.loaded())
                        .withData("alreadyThere", report.alreadyThere())
                        .withData("refused", report.refused().size()));
        return response.build();
    }
}
