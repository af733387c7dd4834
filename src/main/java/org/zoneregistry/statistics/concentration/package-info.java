/** The concentration of trade. */
@NullMarked
package org.zoneregistry.statistics.concentration;

import org.jspecify.annotations.NullMarked;
