/** Everything that was ever known of a zone, as rectangles of both times. */
@NullMarked
package org.zoneregistry.zone.read.states;

import org.jspecify.annotations.NullMarked;
