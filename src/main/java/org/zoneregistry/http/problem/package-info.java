/** Errors as RFC 9457 problem details: the table of types, their pages, and the mapping of failures to answers. */
@NullMarked
package org.zoneregistry.http.problem;

import org.jspecify.annotations.NullMarked;
