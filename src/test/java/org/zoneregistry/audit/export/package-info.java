@NullMarked
package org.zoneregistry.audit.export;

import org.jspecify.annotations.NullMarked;
