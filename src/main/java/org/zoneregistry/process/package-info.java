/** What the slices stand on: Axon's life cycle, the clock, the database, HTTP. */
@NullMarked
package org.zoneregistry.process;

import org.jspecify.annotations.NullMarked;
