@NullMarked
package org.zoneregistry.platform.dataset;

import org.jspecify.annotations.NullMarked;
