package org.zoneregistry.audit.evidence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.InclusionProof;

/**
 * The written form of inclusion proofs: hashes in hexadecimal digits.
 *
 * @param treeSize of the checkpoint's tree
 * @param rootHash of the same tree
 * @param proofs one for each event
 */
@RegisterForReflection
public record ProofsFile(long treeSize, String rootHash, List<Proof> proofs) {

    public ProofsFile {
        proofs = List.copyOf(proofs);
    }

    /**
     * The proof that an event is in the tree.
     *
     * @param position of the event
     * @param leafIndex its leaf: the position less one
     * @param leafHash the hash of its bytes
     * @param hashes from the leaf's side to the root's
     */
    public record Proof(long position, long leafIndex, String leafHash, List<String> hashes) {

        public Proof {
            hashes = List.copyOf(hashes);
        }

        /** The written form. */
        public static Proof of(InclusionProof proof, Hash leaf) {
            return new Proof(
                    proof.leafIndex() + 1,
                    proof.leafIndex(),
                    leaf.toString(),
                    proof.hashes().stream().map(Hash::toString).toList());
        }

        /**
         * The proof in a tree of that size, ready for verification.
         *
         * @throws IllegalArgumentException if a tree of that size can't have it
         */
        public InclusionProof in(long treeSize) {
            return new InclusionProof(
                    leafIndex, treeSize, hashes.stream().map(Hash::parse).toList());
        }
    }
}
