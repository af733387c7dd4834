/** Tests of what may be written to the log. */
@org.jspecify.annotations.NullMarked
package org.zoneregistry.logging;
