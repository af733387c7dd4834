@NullMarked
package org.zoneregistry.trade.read.aggregates;

import org.jspecify.annotations.NullMarked;
