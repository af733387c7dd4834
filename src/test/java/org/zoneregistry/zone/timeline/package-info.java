@NullMarked
package org.zoneregistry.zone.timeline;

import org.jspecify.annotations.NullMarked;
