/** Events of the log in answers: what was recorded about one thing. */
@NullMarked
package org.zoneregistry.platform.http.log;

import org.jspecify.annotations.NullMarked;
