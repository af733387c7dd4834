@NullMarked
package org.zoneregistry.platform.postgres;

import org.jspecify.annotations.NullMarked;
