/** Traces of requests (OpenTelemetry): through decision and append to the steps of the projections. */
@NullMarked
package org.zoneregistry.tracing;

import org.jspecify.annotations.NullMarked;
