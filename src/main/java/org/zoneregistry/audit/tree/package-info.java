/** The Merkle tree over the log: its tables, its growth, and its proofs. */
@NullMarked
package org.zoneregistry.audit.tree;

import org.jspecify.annotations.NullMarked;
