@NullMarked
package org.zoneregistry.imports.batch;

import org.jspecify.annotations.NullMarked;
