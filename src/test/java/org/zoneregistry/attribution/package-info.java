@NullMarked
package org.zoneregistry.attribution;

import org.jspecify.annotations.NullMarked;
