/** Tests of {@code org.zoneregistry.traces}. */
@NullMarked
package org.zoneregistry.traces;

import org.jspecify.annotations.NullMarked;
