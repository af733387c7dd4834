/** Tests of the statistics over HTTP. */
@NullMarked
package org.zoneregistry.statistics;

import org.jspecify.annotations.NullMarked;
