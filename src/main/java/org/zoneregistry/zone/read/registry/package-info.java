/** The registry projection fills the tables for all queries about zones. */
@NullMarked
package org.zoneregistry.zone.read.registry;

import org.jspecify.annotations.NullMarked;
