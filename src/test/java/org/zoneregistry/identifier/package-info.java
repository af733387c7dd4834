@NullMarked
package org.zoneregistry.identifier;

import org.jspecify.annotations.NullMarked;
