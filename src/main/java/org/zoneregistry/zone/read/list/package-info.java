/** The list of zones at a point in time. */
@NullMarked
package org.zoneregistry.zone.read.list;

import org.jspecify.annotations.NullMarked;
