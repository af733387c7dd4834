/** What every storage engine of the registry must do, beyond what Axon Framework tests. */
@NullMarked
package org.zoneregistry.log.tck;

import org.jspecify.annotations.NullMarked;
