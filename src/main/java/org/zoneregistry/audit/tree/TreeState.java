package org.zoneregistry.audit.tree;

import org.jspecify.annotations.Nullable;

/**
 * How the tree is doing, as known on this node.
 *
 * @param size how many leaves it has
 * @param head the last position of the log that this node has heard of
 * @param isHalted whether the log contradicts what was signed
 * @param isOriginLost whether nothing is signed because events were given up that had been signed under this node's
 *     origin
 * @param error why it doesn't grow at the moment, if it doesn't
 */
public record TreeState(
        long size,
        long head,
        boolean isHalted,
        boolean isOriginLost,
        @Nullable String error) {}
