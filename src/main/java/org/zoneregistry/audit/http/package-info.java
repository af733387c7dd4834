/** Checkpoints, proofs and tiles over HTTP. */
@NullMarked
package org.zoneregistry.audit.http;

import org.jspecify.annotations.NullMarked;
