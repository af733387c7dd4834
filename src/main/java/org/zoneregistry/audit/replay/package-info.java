/** One zone folded from the log itself, beside what the read model says. */
@NullMarked
package org.zoneregistry.audit.replay;

import org.jspecify.annotations.NullMarked;
