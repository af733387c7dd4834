package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;

/**
 * The body of an answer that is written while it is being made. Unlike a {@code Multi} that a resource returns, it
 * begins only when it is known that there is something to answer, so that a problem can still be a problem. Of those
 * whose end is in their own hands (server-sent events aside) a node streams so many at once, and answers others with
 * {@code overloaded}.
 *
 * @param parts each is made when the one before it is taken; none any more once the client has gone
 */
public record StreamedAnswer(Multi<byte[]> parts) {}
