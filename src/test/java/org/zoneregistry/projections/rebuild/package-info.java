@NullMarked
package org.zoneregistry.projections.rebuild;

import org.jspecify.annotations.NullMarked;
