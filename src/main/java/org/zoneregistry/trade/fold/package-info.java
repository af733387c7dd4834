/**
 * What the events of trade entries come to, one after the other: how an entry reads, and the sums of the trade cube.
 * Pure, so that whoever has the events can compute them: the registry's projection, or an engine on other machines.
 */
@NullMarked
package org.zoneregistry.trade.fold;

import org.jspecify.annotations.NullMarked;
