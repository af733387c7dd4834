/** Nodes for tests. */
@NullMarked
package org.zoneregistry.platform.axon;

import org.jspecify.annotations.NullMarked;
