/** Tests of points in time and cursors, without HTTP. */
@NullMarked
package org.zoneregistry.asof;

import org.jspecify.annotations.NullMarked;
