package org.zoneregistry.audit.tree;

import org.jspecify.annotations.Nullable;

/**
 * The state of the tree, as this node knows it.
 *
 * @param size how many leaves it has
 * @param head the last position of the log that this node knows of
 * @param isHalted whether the log contradicts a checkpoint
 * @param isOriginLost whether nothing is signed, because lost events had been signed under this node's origin and were
 *     given up
 * @param error why the tree doesn't grow at the moment; null if it does
 */
public record TreeState(
        long size,
        long head,
        boolean isHalted,
        boolean isOriginLost,
        @Nullable String error) {}
