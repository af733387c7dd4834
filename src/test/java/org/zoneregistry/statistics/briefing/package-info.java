/** The briefing, on small facts. */
@NullMarked
package org.zoneregistry.statistics.briefing;

import org.jspecify.annotations.NullMarked;
