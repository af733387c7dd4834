@NullMarked
package org.zoneregistry.projections;

import org.jspecify.annotations.NullMarked;
