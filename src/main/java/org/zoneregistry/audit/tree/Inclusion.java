package org.zoneregistry.audit.tree;

import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.InclusionProof;

/**
 * A proof that an event is in the log, with its hashes.
 *
 * @param leaf the event's hash
 * @param root of the tree that the proof is for
 */
public record Inclusion(InclusionProof proof, Hash leaf, Hash root) {}
