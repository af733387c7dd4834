/** The HTTP conventions, tried on resources that exist in the tests alone. */
@NullMarked
package org.zoneregistry.http;

import org.jspecify.annotations.NullMarked;
