/** The inequality of trade among zones. */
@NullMarked
package org.zoneregistry.statistics.imbalance;

import org.jspecify.annotations.NullMarked;
