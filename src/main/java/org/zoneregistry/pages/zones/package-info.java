/** The list of zones, and the page of a zone with all its states. */
@NullMarked
package org.zoneregistry.pages.zones;

import org.jspecify.annotations.NullMarked;
