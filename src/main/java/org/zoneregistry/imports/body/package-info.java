/** From the bytes of a request to lines with trade entries, in constant memory. */
@NullMarked
package org.zoneregistry.imports.body;

import org.jspecify.annotations.NullMarked;
