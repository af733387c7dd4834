/** Establishing a zone. */
@NullMarked
package org.zoneregistry.zone.write.establish;

import org.jspecify.annotations.NullMarked;
