@NullMarked
package org.zoneregistry.postgres;

import org.jspecify.annotations.NullMarked;
