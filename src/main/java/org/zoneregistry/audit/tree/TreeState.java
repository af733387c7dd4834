package org.zoneregistry.audit.tree;

import org.jspecify.annotations.Nullable;

/**
 * How the tree is doing, as known on this node.
 *
 * @param size how many leaves it has
 * @param head the last position of the log that this node has heard of
 * @param isHalted whether the log contradicts what was signed
 * @param error why it doesn't grow at the moment, if it doesn't
 */
public record TreeState(
        long size, long head, boolean isHalted, @Nullable String error) {}
