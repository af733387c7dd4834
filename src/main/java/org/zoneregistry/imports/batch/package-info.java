/** Deciding many lines at once, as if each had been sent alone. */
@NullMarked
package org.zoneregistry.imports.batch;

import org.jspecify.annotations.NullMarked;
