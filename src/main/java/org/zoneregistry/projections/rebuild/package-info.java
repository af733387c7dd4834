/**
 * Generations of a projection's tables: filled beside those that are read, swapped in, or kept apart as of a past
 * prefix.
 */
@NullMarked
package org.zoneregistry.projections.rebuild;

import org.jspecify.annotations.NullMarked;
