/** The log for auditors: events with their bytes and proofs, checkpoints, verifications, and a verifier to download. */
@NullMarked
package org.zoneregistry.pages.audit;

import org.jspecify.annotations.NullMarked;
