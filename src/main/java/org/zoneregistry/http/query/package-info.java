/** Query parameters: only declared ones, and every violation reported at once. */
@NullMarked
package org.zoneregistry.http.query;

import org.jspecify.annotations.NullMarked;
