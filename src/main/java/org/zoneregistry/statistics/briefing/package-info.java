/** The press conference in one answer: each of its claims as a figure that is computed here. */
@NullMarked
package org.zoneregistry.statistics.briefing;

import org.jspecify.annotations.NullMarked;
