@NullMarked
package org.zoneregistry.platform.http.command;

import org.jspecify.annotations.NullMarked;
