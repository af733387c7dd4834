@NullMarked
package org.zoneregistry.tracing;

import org.jspecify.annotations.NullMarked;
