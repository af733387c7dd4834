@NullMarked
package org.zoneregistry.trade.read.statistics;

import org.jspecify.annotations.NullMarked;
