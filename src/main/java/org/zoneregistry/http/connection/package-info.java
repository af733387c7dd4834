/** Clients' connections and what goes over them: requests that end once, answers that are taken in time. */
@NullMarked
package org.zoneregistry.http.connection;

import org.jspecify.annotations.NullMarked;
