package org.zoneregistry.audit.tree;

import org.zoneregistry.audit.merkle.ConsistencyProof;
import org.zoneregistry.audit.merkle.Hash;

/**
 * A proof that the log has only grown, and the roots for it.
 *
 * @param fromRoot of the smaller tree
 * @param toRoot of the larger one
 */
public record Consistency(ConsistencyProof proof, Hash fromRoot, Hash toRoot) {}
