/** The provinces. */
@NullMarked
package org.zoneregistry.zone.read.territories;

import org.jspecify.annotations.NullMarked;
