package org.zoneregistry.pages;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Notes what templates read by reflection. It is asked after the resolvers that Quarkus generates, and before the one
 * that uses reflection, which finds nothing in a native image.
 */
@Singleton
class MembersReadByReflection implements ValueResolver {

    private final Set<String> members = new ConcurrentSkipListSet<>();

    void register(@Observes EngineBuilder engine) {
        engine.addValueResolver(this);
    }

    /** As {@code class.member}. */
    Set<String> members() {
        return members;
    }

    @Override
    public int getPriority() {
        return 0;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() != null
                && context.getBase().getClass().getName().startsWith("org.zoneregistry.");
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        members.add(context.getBase().getClass().getName() + "." + context.getName());
        return Results.notFound(context);
    }
}
