/** The Merkle tree over the log, as it is kept in the database: how it grows, and proofs from it. */
@NullMarked
package org.zoneregistry.audit.tree;

import org.jspecify.annotations.NullMarked;
