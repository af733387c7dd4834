@NullMarked
package org.zoneregistry.zone.read;

import org.jspecify.annotations.NullMarked;
