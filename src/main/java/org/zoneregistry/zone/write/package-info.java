/** Commands on zones, in one package each. The shared rule: every timeline must fold. */
@NullMarked
package org.zoneregistry.zone.write;

import org.jspecify.annotations.NullMarked;
