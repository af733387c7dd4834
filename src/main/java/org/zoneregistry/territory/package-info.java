/** The provinces whose territory the zones lie in. */
@NullMarked
package org.zoneregistry.territory;

import org.jspecify.annotations.NullMarked;
