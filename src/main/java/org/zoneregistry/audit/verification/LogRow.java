package org.zoneregistry.audit.verification;

import java.time.Instant;
import java.util.UUID;
import org.zoneregistry.log.StoredBytes;

/** A row of the log as it lies in the database: an event's bytes and what stands in the columns beside them. */
record LogRow(long position, Instant recordedAt, UUID id, String type, int version, StoredBytes bytes) {}
