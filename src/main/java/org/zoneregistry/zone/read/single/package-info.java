/** One zone as it was. */
@NullMarked
package org.zoneregistry.zone.read.single;

import org.jspecify.annotations.NullMarked;
