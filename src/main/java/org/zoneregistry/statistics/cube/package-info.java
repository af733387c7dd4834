/** The trade cube: exact sums of trade entries by any of several dimensions, as known to any prefix of the log. */
@NullMarked
package org.zoneregistry.statistics.cube;

import org.jspecify.annotations.NullMarked;
