@NullMarked
package org.zoneregistry.trade.read.list;

import org.jspecify.annotations.NullMarked;
