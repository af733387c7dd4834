/**
 * The events of trade: entries from below, published aggregates from above, and enterprises. Depends on java and the
 * zones' events alone.
 */
@NullMarked
package org.zoneregistry.trade.event;

import org.jspecify.annotations.NullMarked;
