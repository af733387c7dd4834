/** Adjusting a zone's area. */
@NullMarked
package org.zoneregistry.zone.write.area;

import org.jspecify.annotations.NullMarked;
