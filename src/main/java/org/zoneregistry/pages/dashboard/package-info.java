/** The first page: all zones at a point in both times. */
@NullMarked
package org.zoneregistry.pages.dashboard;

import org.jspecify.annotations.NullMarked;
