/** The definition of the registry, written a second time, for comparison with all other code. */
@NullMarked
package org.zoneregistry.oracle;

import org.jspecify.annotations.NullMarked;
