/** Tests of counts of zones. */
@NullMarked
package org.zoneregistry.statistics.composition;

import org.jspecify.annotations.NullMarked;
