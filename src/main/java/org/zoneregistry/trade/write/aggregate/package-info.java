/** Publishing an aggregate. */
@NullMarked
package org.zoneregistry.trade.write.aggregate;

import org.jspecify.annotations.NullMarked;
