@NullMarked
package org.zoneregistry.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
