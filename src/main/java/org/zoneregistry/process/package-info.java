/** What belongs to the whole process: the clock, the context of a caller, and the end when memory is exhausted. */
@NullMarked
package org.zoneregistry.process;

import org.jspecify.annotations.NullMarked;
