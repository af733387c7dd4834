/** The stored form of the zone events: their names, versions and members. */
@NullMarked
package org.zoneregistry.zone.event.json;

import org.jspecify.annotations.NullMarked;
