/** How unequally trade is spread over zones. */
@NullMarked
package org.zoneregistry.statistics.imbalance;

import org.jspecify.annotations.NullMarked;
