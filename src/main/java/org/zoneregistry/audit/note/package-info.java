/** Signed notes and checkpoints, as the C2SP specifications signed-note and tlog-checkpoint have them. Pure. */
@NullMarked
package org.zoneregistry.audit.note;

import org.jspecify.annotations.NullMarked;
