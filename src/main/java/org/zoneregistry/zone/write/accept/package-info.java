/** Accepting a zone. */
@NullMarked
package org.zoneregistry.zone.write.accept;

import org.jspecify.annotations.NullMarked;
