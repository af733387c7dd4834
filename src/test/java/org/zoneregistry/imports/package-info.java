@NullMarked
package org.zoneregistry.imports;

import org.jspecify.annotations.NullMarked;
