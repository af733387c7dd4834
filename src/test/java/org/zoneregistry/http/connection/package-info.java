/** Tests of the ends of exchanges, and of the clients that give way. */
@NullMarked
package org.zoneregistry.http.connection;

import org.jspecify.annotations.NullMarked;
