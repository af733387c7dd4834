/** Zones as they were. */
@NullMarked
package org.zoneregistry.zone.read.list;

import org.jspecify.annotations.NullMarked;
