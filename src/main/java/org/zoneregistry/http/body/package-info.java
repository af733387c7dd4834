/** Strict JSON request bodies: bytes to validated records, every violation reported at once. */
@NullMarked
package org.zoneregistry.http.body;

import org.jspecify.annotations.NullMarked;
