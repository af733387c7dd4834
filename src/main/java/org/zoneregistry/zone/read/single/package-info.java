/** One zone at a point in time. */
@NullMarked
package org.zoneregistry.zone.read.single;

import org.jspecify.annotations.NullMarked;
