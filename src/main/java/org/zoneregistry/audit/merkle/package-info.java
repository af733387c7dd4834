/**
 * The Merkle tree of RFC 9162, section 2.1, with SHA-256: hashes, proofs and their verification, and the tiles in which
 * its nodes are kept. Pure: it reads nothing and keeps nothing.
 */
@NullMarked
package org.zoneregistry.audit.merkle;

import org.jspecify.annotations.NullMarked;
