/** Grades of zones: a kind of event, a command and a projection that the version before this one has never heard of. */
@NullMarked
package org.zoneregistry.rating;

import org.jspecify.annotations.NullMarked;
