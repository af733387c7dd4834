/** The trade cube: exact sums of trade entries by any dimensions, at any prefix of the log. */
@NullMarked
package org.zoneregistry.statistics.cube;

import org.jspecify.annotations.NullMarked;
