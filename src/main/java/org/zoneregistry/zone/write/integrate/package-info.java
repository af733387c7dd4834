/** Integrating zones into a comprehensive one. */
@NullMarked
package org.zoneregistry.zone.write.integrate;

import org.jspecify.annotations.NullMarked;
