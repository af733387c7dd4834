/** Callers and their rights: tokens, roles, the table of permissions, and limits to places. */
@NullMarked
package org.zoneregistry.access;

import org.jspecify.annotations.NullMarked;
