/** What a command's decider answers: the events to record, that they were recorded before, or why it is refused. */
@NullMarked
package org.zoneregistry.decision;

import org.jspecify.annotations.NullMarked;
