/** Followers of the log: how they are woken, take steps, and are waited for. */
@NullMarked
package org.zoneregistry.follow;

import org.jspecify.annotations.NullMarked;
