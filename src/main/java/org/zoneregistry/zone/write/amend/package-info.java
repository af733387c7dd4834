/** Amending a recorded fact. */
@NullMarked
package org.zoneregistry.zone.write.amend;

import org.jspecify.annotations.NullMarked;
