/** Points in time and cursors, tried without HTTP. */
@NullMarked
package org.zoneregistry.asof;

import org.jspecify.annotations.NullMarked;
