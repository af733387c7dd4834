/** Exact money. Depends on java alone. */
@NullMarked
package org.zoneregistry.money;

import org.jspecify.annotations.NullMarked;
