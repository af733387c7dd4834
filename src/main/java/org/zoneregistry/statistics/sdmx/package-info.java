/** The trade cube in SDMX 2.1, for the clients of statistical offices: see ADR 90. */
@NullMarked
package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.NullMarked;
