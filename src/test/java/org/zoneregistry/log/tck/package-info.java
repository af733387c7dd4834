/** The rules for every storage engine of the registry, in addition to the tests of Axon Framework. */
@NullMarked
package org.zoneregistry.log.tck;

import org.jspecify.annotations.NullMarked;
