/** Tests of the values in bodies, without HTTP. */
@NullMarked
package org.zoneregistry.http.body;

import org.jspecify.annotations.NullMarked;
