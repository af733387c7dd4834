/** How alike zones are in what they trade. */
@NullMarked
package org.zoneregistry.statistics.similarity;

import org.jspecify.annotations.NullMarked;
