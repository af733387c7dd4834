/**
 * The registry is compared with itself: the log with its indexes, its tree and what was signed; the read models with a
 * new fold.
 */
@NullMarked
package org.zoneregistry.audit.verification;

import org.jspecify.annotations.NullMarked;
