package org.zoneregistry.pages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.AsOf;

/** The parameters of every page: a point in both times, and a language; for {@code @BeanParam}. */
@RegisterForReflection
public class PageAsked extends AsOf {

    @RestQuery("lang")
    public @Nullable String lang;

    /** The path of the page that the answer is, if the request has another one; null for that of the request. */
    public @Nullable String page;
}
