@NullMarked
package org.zoneregistry.statistics.cube;

import org.jspecify.annotations.NullMarked;
