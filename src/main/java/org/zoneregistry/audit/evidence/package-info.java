/** Evidence: an answer about a zone with all its proofs, in one file, for readers who trust only a key. */
@NullMarked
package org.zoneregistry.audit.evidence;

import org.jspecify.annotations.NullMarked;
