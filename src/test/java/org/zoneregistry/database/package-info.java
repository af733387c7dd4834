/** Tests of the connections to the database. */
@NullMarked
package org.zoneregistry.database;

import org.jspecify.annotations.NullMarked;
