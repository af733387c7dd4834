/** Reads: the point in time, cache validators, pages, CSV. */
@NullMarked
package org.zoneregistry.asof;

import org.jspecify.annotations.NullMarked;
