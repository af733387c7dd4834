/** Tests of what is refused, and that nothing else is. */
@NullMarked
package org.zoneregistry.http.admission;

import org.jspecify.annotations.NullMarked;
