/** Tests of how exchanges end, and which ones give way. */
@NullMarked
package org.zoneregistry.http.connection;

import org.jspecify.annotations.NullMarked;
