/** Points in time and cursors, tried without HTTP. */
@NullMarked
package org.zoneregistry.platform.http.read;

import org.jspecify.annotations.NullMarked;
