/** Recording a trade entry. */
@NullMarked
package org.zoneregistry.trade.write.record;

import org.jspecify.annotations.NullMarked;
