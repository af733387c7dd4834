/** Bulk imports of trade entries: a file is streamed in, and each of its lines is decided like a single command. */
@NullMarked
package org.zoneregistry.imports;

import org.jspecify.annotations.NullMarked;
