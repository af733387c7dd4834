/** Tests of the log. */
@NullMarked
package org.zoneregistry.log;

import org.jspecify.annotations.NullMarked;
