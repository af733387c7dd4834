/** Axon's life cycle, and the interfaces by which slices are registered with it, by lambdas only. */
@NullMarked
package org.zoneregistry.commands.bus;

import org.jspecify.annotations.NullMarked;
