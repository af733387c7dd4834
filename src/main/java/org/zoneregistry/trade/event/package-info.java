/** The events of trade: entries, published aggregates, and enterprises. Depends only on java and the zones' events. */
@NullMarked
package org.zoneregistry.trade.event;

import org.jspecify.annotations.NullMarked;
