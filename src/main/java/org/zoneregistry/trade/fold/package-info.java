/**
 * The fold of the events of trade entries: the content of each entry, and the sums of the trade cube. It is pure, so
 * every program that has the events can compute it: the registry's projection, or a job on other machines.
 */
@NullMarked
package org.zoneregistry.trade.fold;

import org.jspecify.annotations.NullMarked;
