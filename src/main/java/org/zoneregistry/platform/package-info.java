/** What the slices stand on and what no slice is about: the clock, the database server, the wiring, HTTP in general. */
@NullMarked
package org.zoneregistry.platform;

import org.jspecify.annotations.NullMarked;
