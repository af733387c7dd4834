@NullMarked
package org.zoneregistry.trade.event;

import org.jspecify.annotations.NullMarked;
