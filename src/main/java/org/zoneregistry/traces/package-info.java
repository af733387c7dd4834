/**
 * Spans of requests, decisions, appends and steps of projections, sent to a collector by OTLP. Nothing is measured if
 * no collector is configured.
 */
@NullMarked
package org.zoneregistry.traces;

import org.jspecify.annotations.NullMarked;
