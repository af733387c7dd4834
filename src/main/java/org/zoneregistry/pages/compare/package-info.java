/** Two points in time side by side, and the restatements of a figure. */
@NullMarked
package org.zoneregistry.pages.compare;

import org.jspecify.annotations.NullMarked;
