/** Sums of trade, by whatever they are taken apart. */
@NullMarked
package org.zoneregistry.statistics.trade;

import org.jspecify.annotations.NullMarked;
