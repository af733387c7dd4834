/** The stored form of the trade events: their names, versions and members. */
@NullMarked
package org.zoneregistry.trade.event.json;

import org.jspecify.annotations.NullMarked;
