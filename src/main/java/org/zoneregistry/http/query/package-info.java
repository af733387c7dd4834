/** Query parameters: declared ones only, every violation reported at once. */
@NullMarked
package org.zoneregistry.http.query;

import org.jspecify.annotations.NullMarked;
