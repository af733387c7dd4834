package org.zoneregistry.http.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that takes a form of a page of this registry, and no JSON. A form needs no script, so the
 * browser must say that a page of this registry sends it ({@code SameOrigin}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FormBody {}
