/** Nodes for tests. */
@NullMarked
package org.zoneregistry.commands.bus;

import org.jspecify.annotations.NullMarked;
