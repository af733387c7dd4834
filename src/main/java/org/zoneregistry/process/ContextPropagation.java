package org.zoneregistry.process;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/**
 * Switches MicroProfile Context Propagation off for Mutiny. It would wrap each stage of each {@code Uni}, to restore
 * the request scope of CDI. No bean here has that scope, and the state of a request is in its Vert.x context
 * ({@link CallerContext}).
 */
@Singleton
final class ContextPropagation {

    void switchOff(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        Infrastructure.clearInterceptors();
    }
}
