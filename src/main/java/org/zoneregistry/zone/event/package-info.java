/** The recorded facts about zones: the only contract that the zone slices share. */
@NullMarked
package org.zoneregistry.zone.event;

import org.jspecify.annotations.NullMarked;
