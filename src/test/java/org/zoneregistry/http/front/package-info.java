/** Tests of the first checks of every request. */
@org.jspecify.annotations.NullMarked
package org.zoneregistry.http.front;
