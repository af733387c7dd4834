/** Grades of zones: a kind of event, a command and a projection that the version before this one does not know. */
@NullMarked
package org.zoneregistry.rating;

import org.jspecify.annotations.NullMarked;
