/** Tests of the log. */
@NullMarked
package org.zoneregistry.eventstore;

import org.jspecify.annotations.NullMarked;
