/** Axon's life cycle and the seams by which slices hang themselves into it, by lambdas alone. */
@NullMarked
package org.zoneregistry.commands.bus;

import org.jspecify.annotations.NullMarked;
