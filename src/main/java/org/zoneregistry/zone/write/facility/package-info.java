/** Commissioning and decommissioning facilities. */
@NullMarked
package org.zoneregistry.zone.write.facility;

import org.jspecify.annotations.NullMarked;
