/** What every storage engine of the registry must do, in addition to the tests of Axon Framework. */
@NullMarked
package org.zoneregistry.log.tck;

import org.jspecify.annotations.NullMarked;
