@NullMarked
package org.zoneregistry.trade.read.single;

import org.jspecify.annotations.NullMarked;
