/** Withdrawing a recorded fact. */
@NullMarked
package org.zoneregistry.zone.write.withdraw;

import org.jspecify.annotations.NullMarked;
