/**
 * A verification compares the registry with itself: the log with its indexes, its tree and its checkpoints, and the
 * read models with a new fold.
 */
@NullMarked
package org.zoneregistry.audit.verification;

import org.jspecify.annotations.NullMarked;
