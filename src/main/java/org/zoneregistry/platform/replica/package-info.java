/** Reads on a replica of the database that has come as far as they ask for. */
@NullMarked
package org.zoneregistry.platform.replica;

import org.jspecify.annotations.NullMarked;
