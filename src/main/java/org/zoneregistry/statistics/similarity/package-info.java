/** The similarity of zones' trade. */
@NullMarked
package org.zoneregistry.statistics.similarity;

import org.jspecify.annotations.NullMarked;
