@NullMarked
package org.zoneregistry.statistics.vintages;

import org.jspecify.annotations.NullMarked;
