/**
 * Errors as RFC 9457 problem details: the table of types, their pages, and the one place where errors become answers.
 */
@NullMarked
package org.zoneregistry.http.problem;

import org.jspecify.annotations.NullMarked;
