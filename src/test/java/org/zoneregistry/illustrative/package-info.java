@NullMarked
package org.zoneregistry.illustrative;

import org.jspecify.annotations.NullMarked;
