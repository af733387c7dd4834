/** Tests of the HTTP conventions, with resources that exist only in tests. */
@NullMarked
package org.zoneregistry.http;

import org.jspecify.annotations.NullMarked;
