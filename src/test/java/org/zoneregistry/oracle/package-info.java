/** The definition of the registry, written down a second time, to compare all else with. */
@NullMarked
package org.zoneregistry.oracle;

import org.jspecify.annotations.NullMarked;
