/** Closing a zone. */
@NullMarked
package org.zoneregistry.zone.write.close;

import org.jspecify.annotations.NullMarked;
