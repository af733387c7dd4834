/**
 * What every request meets first: one spelling of an address, bounded labels of metrics, and what the client accepts.
 */
@NullMarked
package org.zoneregistry.http.front;

import org.jspecify.annotations.NullMarked;
