/** Jobs: work that one node carries out at a time, under one lease, with one heartbeat and one way to cancel it. */
@NullMarked
package org.zoneregistry.jobs;

import org.jspecify.annotations.NullMarked;
