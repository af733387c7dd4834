/** The values of bodies, tried without HTTP. */
@NullMarked
package org.zoneregistry.http.body;

import org.jspecify.annotations.NullMarked;
