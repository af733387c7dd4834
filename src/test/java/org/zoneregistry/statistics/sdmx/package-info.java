/** Tests of the trade cube in SDMX: with a client, and of its written form. */
@NullMarked
package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.NullMarked;
