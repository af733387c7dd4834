package org.zoneregistry.audit.tree;

import org.zoneregistry.audit.merkle.ConsistencyProof;
import org.zoneregistry.audit.merkle.Hash;

/**
 * That the log has only grown from one size to another.
 *
 * @param fromRoot of the smaller tree
 * @param toRoot of the larger one
 */
public record Consistency(ConsistencyProof proof, Hash fromRoot, Hash toRoot) {}
