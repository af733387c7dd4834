/** The registry of special customs supervision zones. Start reading at {@code docs/architecture.md}. */
@NullMarked
package org.zoneregistry;

import org.jspecify.annotations.NullMarked;
