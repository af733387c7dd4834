/** Signed checkpoints, their keys, and the stop of a log that contradicts them. */
@NullMarked
package org.zoneregistry.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
