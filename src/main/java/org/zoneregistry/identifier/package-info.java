/** The rule for identifiers that other organisations choose: two that look the same are the same. */
@NullMarked
package org.zoneregistry.identifier;

import org.jspecify.annotations.NullMarked;
