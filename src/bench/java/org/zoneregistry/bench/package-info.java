/** Measures the log beside what the database can do without it. */
@NullMarked
package org.zoneregistry.bench;

import org.jspecify.annotations.NullMarked;
