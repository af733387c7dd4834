/** How much is taken on at once, so that what is more is refused at once, while it costs little. */
@NullMarked
package org.zoneregistry.platform.http.admission;

import org.jspecify.annotations.NullMarked;
