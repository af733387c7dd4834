@NullMarked
package org.zoneregistry.imports.body;

import org.jspecify.annotations.NullMarked;
