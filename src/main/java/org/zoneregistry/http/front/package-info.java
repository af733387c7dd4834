/**
 * The first checks of every request: one spelling of an address, bounded labels of metrics, and the accepted media
 * types.
 */
@NullMarked
package org.zoneregistry.http.front;

import org.jspecify.annotations.NullMarked;
