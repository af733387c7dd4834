/** The press conference in one answer: each of its claims as a computed figure. */
@NullMarked
package org.zoneregistry.statistics.briefing;

import org.jspecify.annotations.NullMarked;
