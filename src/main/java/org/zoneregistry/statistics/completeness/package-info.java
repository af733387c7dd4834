/** Which zones have reported which months. */
@NullMarked
package org.zoneregistry.statistics.completeness;

import org.jspecify.annotations.NullMarked;
