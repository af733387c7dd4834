/** HTTP conventions for every resource; see docs/api.md. */
@NullMarked
package org.zoneregistry.http;

import org.jspecify.annotations.NullMarked;
