@NullMarked
package org.zoneregistry.trade.read.enterprise;

import org.jspecify.annotations.NullMarked;
