/** Decides on many lines at once, with the same results as if each had been sent alone. */
@NullMarked
package org.zoneregistry.imports.batch;

import org.jspecify.annotations.NullMarked;
