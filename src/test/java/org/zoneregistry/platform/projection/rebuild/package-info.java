@NullMarked
package org.zoneregistry.platform.projection.rebuild;

import org.jspecify.annotations.NullMarked;
