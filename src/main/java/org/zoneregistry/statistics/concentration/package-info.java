/** How far few have most of the trade. */
@NullMarked
package org.zoneregistry.statistics.concentration;

import org.jspecify.annotations.NullMarked;
