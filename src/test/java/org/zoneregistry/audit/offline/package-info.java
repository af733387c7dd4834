@NullMarked
package org.zoneregistry.audit.offline;

import org.jspecify.annotations.NullMarked;
