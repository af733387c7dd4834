/** Converting a zone to a comprehensive one. */
@NullMarked
package org.zoneregistry.zone.write.convert;

import org.jspecify.annotations.NullMarked;
