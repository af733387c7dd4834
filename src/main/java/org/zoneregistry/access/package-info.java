/** Who calls, what the caller may do, and where: tokens, roles, the table of permissions, and limits to places. */
@NullMarked
package org.zoneregistry.access;

import org.jspecify.annotations.NullMarked;
