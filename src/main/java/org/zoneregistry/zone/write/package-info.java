/** Commands on zones, one package each. Their common rule: every timeline must fold. */
@NullMarked
package org.zoneregistry.zone.write;

import org.jspecify.annotations.NullMarked;
