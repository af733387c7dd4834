@NullMarked
package org.zoneregistry.access;

import org.jspecify.annotations.NullMarked;
