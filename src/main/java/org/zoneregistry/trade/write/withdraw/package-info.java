/** Withdrawing a recorded trade entry. */
@NullMarked
package org.zoneregistry.trade.write.withdraw;

import org.jspecify.annotations.NullMarked;
