/** How trade has grown. */
@NullMarked
package org.zoneregistry.statistics.growth;

import org.jspecify.annotations.NullMarked;
