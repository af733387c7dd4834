/**
 * The Merkle tree of RFC 9162, section 2.1, with SHA-256: hashes, proofs and their verification, and the tiles that
 * store its nodes. Pure: it has no input and output.
 */
@NullMarked
package org.zoneregistry.audit.merkle;

import org.jspecify.annotations.NullMarked;
