/** The growth of trade. */
@NullMarked
package org.zoneregistry.statistics.growth;

import org.jspecify.annotations.NullMarked;
