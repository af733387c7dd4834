/** Two points in time side by side, and how a figure was restated. */
@NullMarked
package org.zoneregistry.pages.compare;

import org.jspecify.annotations.NullMarked;
