/** The zones' share in a territory's foreign trade. */
@NullMarked
package org.zoneregistry.statistics.share;

import org.jspecify.annotations.NullMarked;
