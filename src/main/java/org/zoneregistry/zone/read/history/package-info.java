/** Every event about a zone, in recorded order. */
@NullMarked
package org.zoneregistry.zone.read.history;

import org.jspecify.annotations.NullMarked;
