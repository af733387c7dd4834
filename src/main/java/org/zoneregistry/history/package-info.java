/** Events of the log in answers: what was recorded about one thing. */
@NullMarked
package org.zoneregistry.history;

import org.jspecify.annotations.NullMarked;
