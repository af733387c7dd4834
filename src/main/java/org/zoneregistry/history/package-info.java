/** Events of the log in answers: the history of one thing. */
@NullMarked
package org.zoneregistry.history;

import org.jspecify.annotations.NullMarked;
