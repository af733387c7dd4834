/** Registering an enterprise. */
@NullMarked
package org.zoneregistry.trade.write.enterprise;

import org.jspecify.annotations.NullMarked;
