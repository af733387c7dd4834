/**
 * Generations of a projection's tables: they are filled beside the live ones, and then replace them or stay as a copy
 * of a past prefix.
 */
@NullMarked
package org.zoneregistry.projections.rebuild;

import org.jspecify.annotations.NullMarked;
