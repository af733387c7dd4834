/** Commands on zones; one package each. What they share: the rule that every timeline must fold. */
@NullMarked
package org.zoneregistry.zone.write;

import org.jspecify.annotations.NullMarked;
