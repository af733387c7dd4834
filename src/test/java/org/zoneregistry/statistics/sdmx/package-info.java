/** The trade cube in SDMX: as a client reads it, and as it is written. */
@NullMarked
package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.NullMarked;
