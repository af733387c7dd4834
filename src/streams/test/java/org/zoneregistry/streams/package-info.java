@NullMarked
package org.zoneregistry.streams;

import org.jspecify.annotations.NullMarked;
