/** A zone's facts in effective order, with their amendments and withdrawals. */
@NullMarked
package org.zoneregistry.zone.read.timeline;

import org.jspecify.annotations.NullMarked;
