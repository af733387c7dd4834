@NullMarked
package org.zoneregistry.trade.read.history;

import org.jspecify.annotations.NullMarked;
