/** A zone folded from the log, compared with the read model. */
@NullMarked
package org.zoneregistry.audit.replay;

import org.jspecify.annotations.NullMarked;
