/** What identifiers are that are set elsewhere: two that look the same are the same. */
@NullMarked
package org.zoneregistry.identifier;

import org.jspecify.annotations.NullMarked;
