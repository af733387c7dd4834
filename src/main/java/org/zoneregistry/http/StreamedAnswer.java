package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;

/**
 * The body of an answer that is written while it is made. Unlike a {@code Multi} that a resource returns, it begins
 * only after the first part is known, so a failure before that becomes a problem. A node streams a limited number of
 * such answers, server-sent events not counted, and answers further requests with {@code overloaded}.
 *
 * @param parts each part is made after the one before it is taken; none is made after the client has gone
 */
public record StreamedAnswer(Multi<byte[]> parts) {}
