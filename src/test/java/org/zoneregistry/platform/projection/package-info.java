@NullMarked
package org.zoneregistry.platform.projection;

import org.jspecify.annotations.NullMarked;
