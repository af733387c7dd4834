/** Correcting a recorded trade entry. */
@NullMarked
package org.zoneregistry.trade.write.correct;

import org.jspecify.annotations.NullMarked;
