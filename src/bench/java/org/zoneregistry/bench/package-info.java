/** Measures the log, and compares it with the database alone. */
@NullMarked
package org.zoneregistry.bench;

import org.jspecify.annotations.NullMarked;
