package org.zoneregistry.audit.checkpoint;

import java.time.Instant;
import org.zoneregistry.audit.note.VerifierKey;

/**
 * A present or former key of checkpoints.
 *
 * @param since when it was first used
 * @param isCurrent whether the latest checkpoint is signed with it
 */
public record ListedKey(VerifierKey key, Instant since, boolean isCurrent) {}
