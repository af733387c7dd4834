/** Reads: the point in time, cache validators, pages, CSV. */
@NullMarked
package org.zoneregistry.platform.http.read;

import org.jspecify.annotations.NullMarked;
