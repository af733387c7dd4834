/** Tests of the briefing, with few facts. */
@NullMarked
package org.zoneregistry.statistics.briefing;

import org.jspecify.annotations.NullMarked;
