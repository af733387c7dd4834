/** The provinces, in whose territory the zones are. */
@NullMarked
package org.zoneregistry.territory;

import org.jspecify.annotations.NullMarked;
