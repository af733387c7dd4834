package org.zoneregistry.pages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.AsOf;

/** What every page takes: a point in both times, and a language; for {@code @BeanParam}. */
@RegisterForReflection
public class PageAsked extends AsOf {

    /** As it was sent. */
    @RestQuery("lang")
    public @Nullable String lang;
}
