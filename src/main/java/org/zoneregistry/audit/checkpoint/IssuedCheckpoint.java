package org.zoneregistry.audit.checkpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.VerifierKey;

/**
 * A checkpoint that was issued, or may have been. The registry is bound by it for ever.
 *
 * @param size how many events it commits to
 * @param root of the tree over them
 * @param note the signed note, as issued
 * @param issuedAt when it was signed, by the database's clock; increases from checkpoint to checkpoint
 * @param key the key that verifies it
 * @param lostAt when the operator gave up lost events that it covers; null if it covers none
 */
public record IssuedCheckpoint(
        long size,
        Hash root,
        String note,
        Instant issuedAt,
        VerifierKey key,
        @Nullable Instant lostAt) {}
