/** What a command's decider answers: the events to record, or why it is refused. */
@NullMarked
package org.zoneregistry.decision;

import org.jspecify.annotations.NullMarked;
