/** Counts of zones: by type and place, and their area. */
@NullMarked
package org.zoneregistry.statistics.composition;

import org.jspecify.annotations.NullMarked;
