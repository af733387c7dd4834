package org.zoneregistry.imports.job;

import io.vertx.core.buffer.Buffer;

/**
 * How far a file was read, and what it said up to there: by that, a file that is sent with the same key is known to be
 * another one before either of them has been read to its end.
 *
 * @param bytes as they are without compression
 * @param digest SHA-256 of the media type and of those bytes
 */
public record Mark(long bytes, Buffer digest) {}
