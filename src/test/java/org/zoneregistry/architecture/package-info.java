/** The shape of the code as rules, each with code that breaks it, so that no rule holds of nothing. */
@NullMarked
package org.zoneregistry.architecture;

import org.jspecify.annotations.NullMarked;
