/** Limits of expensive reads: how many run at once, for how long, and how large an answer may be. */
@NullMarked
package org.zoneregistry.asof.heavy;

import org.jspecify.annotations.NullMarked;
