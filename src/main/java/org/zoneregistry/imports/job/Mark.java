package org.zoneregistry.imports.job;

import io.vertx.core.buffer.Buffer;

/**
 * How far a file was read, and a digest of those bytes. By it a different file with the same key is detected before
 * either file has been read to its end.
 *
 * @param bytes the number of bytes without compression
 * @param digest SHA-256 of the media type and of those bytes
 */
public record Mark(long bytes, Buffer digest) {}
