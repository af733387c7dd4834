/** Clients' connections and their traffic: each request ends once, and answers must be taken in time. */
@NullMarked
package org.zoneregistry.http.connection;

import org.jspecify.annotations.NullMarked;
