/** Limits how much a node does at once. It refuses excess requests at once, while that is cheap. */
@NullMarked
package org.zoneregistry.http.admission;

import org.jspecify.annotations.NullMarked;
