/** Which zones there are. */
@NullMarked
package org.zoneregistry.statistics.composition;

import org.jspecify.annotations.NullMarked;
