/** A zone's facts in effective order, with what was amended or withdrawn since. */
@NullMarked
package org.zoneregistry.zone.read.timeline;

import org.jspecify.annotations.NullMarked;
