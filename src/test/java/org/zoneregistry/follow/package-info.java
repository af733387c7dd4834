@NullMarked
package org.zoneregistry.follow;

import org.jspecify.annotations.NullMarked;
