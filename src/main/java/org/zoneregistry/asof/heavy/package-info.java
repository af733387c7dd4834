/** Reads that can cost a great deal: how many run at once, for how long, and how much of an answer each may hold. */
@NullMarked
package org.zoneregistry.asof.heavy;

import org.jspecify.annotations.NullMarked;
