/**
 * What is signed of the log: checkpoints, the keys they are signed with, and what stops the log where it contradicts
 * them.
 */
@NullMarked
package org.zoneregistry.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
