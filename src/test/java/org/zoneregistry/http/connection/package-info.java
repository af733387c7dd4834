/** How exchanges end, and what gives way to what. */
@NullMarked
package org.zoneregistry.http.connection;

import org.jspecify.annotations.NullMarked;
