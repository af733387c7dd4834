/** What may be written to the log. */
@NullMarked
package org.zoneregistry.logging;

import org.jspecify.annotations.NullMarked;
