/** Questions about zones, and the rows that answer them. */
@NullMarked
package org.zoneregistry.zone.read;

import org.jspecify.annotations.NullMarked;
