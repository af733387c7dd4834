/** The architecture as rules, each with code that breaks it, so that every rule is known to work. */
@NullMarked
package org.zoneregistry.architecture;

import org.jspecify.annotations.NullMarked;
