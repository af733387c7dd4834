package org.zoneregistry.audit.verification;

import java.time.Instant;
import java.util.UUID;
import org.zoneregistry.log.StoredBytes;

/** A row of the log as it is stored: an event's bytes, and the columns that repeat parts of it. */
record LogRow(long position, Instant recordedAt, UUID id, String type, int version, StoredBytes bytes) {}
