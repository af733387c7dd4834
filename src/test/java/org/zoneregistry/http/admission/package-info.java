/** Tests of admission: excess requests are refused, and no others. */
@NullMarked
package org.zoneregistry.http.admission;

import org.jspecify.annotations.NullMarked;
