@NullMarked
package org.zoneregistry.trade.read;

import org.jspecify.annotations.NullMarked;
