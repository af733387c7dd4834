/** Renaming a zone. */
@NullMarked
package org.zoneregistry.zone.write.rename;

import org.jspecify.annotations.NullMarked;
