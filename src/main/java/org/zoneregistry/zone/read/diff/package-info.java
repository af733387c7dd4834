/** Differences between two points in either time. */
@NullMarked
package org.zoneregistry.zone.read.diff;

import org.jspecify.annotations.NullMarked;
