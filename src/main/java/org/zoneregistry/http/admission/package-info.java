/** How much is taken on at once, so that what is more is refused at once, while it costs little. */
@NullMarked
package org.zoneregistry.http.admission;

import org.jspecify.annotations.NullMarked;
