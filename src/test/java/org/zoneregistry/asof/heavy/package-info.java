@NullMarked
package org.zoneregistry.asof.heavy;

import org.jspecify.annotations.NullMarked;
