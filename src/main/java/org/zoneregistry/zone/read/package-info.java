/** Questions about zones, and the tables that answer them. */
@NullMarked
package org.zoneregistry.zone.read;

import org.jspecify.annotations.NullMarked;
