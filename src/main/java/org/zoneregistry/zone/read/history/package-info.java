/** Every event about a zone, in the order in which it was recorded. */
@NullMarked
package org.zoneregistry.zone.read.history;

import org.jspecify.annotations.NullMarked;
