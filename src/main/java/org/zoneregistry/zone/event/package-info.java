/** The facts about zones as they are recorded: the only contract that the zone slices share. */
@NullMarked
package org.zoneregistry.zone.event;

import org.jspecify.annotations.NullMarked;
