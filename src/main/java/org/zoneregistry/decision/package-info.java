/** What a decider answers to a command: events to record, an event that recorded the same before, or a rejection. */
@NullMarked
package org.zoneregistry.decision;

import org.jspecify.annotations.NullMarked;
