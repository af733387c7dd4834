/** Signed notes and checkpoints, by the C2SP specifications signed-note and tlog-checkpoint. Pure. */
@NullMarked
package org.zoneregistry.audit.note;

import org.jspecify.annotations.NullMarked;
