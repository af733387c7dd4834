/** How much a node does at once. Excess requests are refused at once, while that is cheap. */
@NullMarked
package org.zoneregistry.http.admission;

import org.jspecify.annotations.NullMarked;
