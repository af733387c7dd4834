package org.zoneregistry.architecture.broken.audit.offline;

import org.zoneregistry.architecture.broken.audit.tree.ZoneyTree;

/** A verifier that asks what it is to verify. */
public final class AskingVerifier {
    public int root(ZoneyTree tree) {
        return tree.hashCode();
    }
}
