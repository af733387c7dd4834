/** The tests that start the application, in parts that run at the same time. */
@org.jspecify.annotations.NullMarked
package org.zoneregistry.suites;
