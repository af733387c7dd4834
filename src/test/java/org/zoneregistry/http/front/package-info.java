/** Tests of what every request meets first. */
@org.jspecify.annotations.NullMarked
package org.zoneregistry.http.front;
