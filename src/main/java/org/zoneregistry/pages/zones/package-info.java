/** The zones as a list, and one zone with everything that is known of it. */
@NullMarked
package org.zoneregistry.pages.zones;

import org.jspecify.annotations.NullMarked;
