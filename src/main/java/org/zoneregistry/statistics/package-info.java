/** Shared parts of the statistics: the written form of figures, and the parameters of requests. */
@NullMarked
package org.zoneregistry.statistics;

import org.jspecify.annotations.NullMarked;
