@NullMarked
package org.zoneregistry.zone.read.registry;

import org.jspecify.annotations.NullMarked;
