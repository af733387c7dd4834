/**
 * The log for auditors: events with their bytes and proofs, checkpoints, verifications, and a verifier to take away.
 */
@NullMarked
package org.zoneregistry.pages.audit;

import org.jspecify.annotations.NullMarked;
