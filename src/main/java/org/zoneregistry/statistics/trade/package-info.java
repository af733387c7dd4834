/** Sums of trade, with any breakdown. */
@NullMarked
package org.zoneregistry.statistics.trade;

import org.jspecify.annotations.NullMarked;
