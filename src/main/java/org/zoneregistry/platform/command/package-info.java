/** Sending commands: who sends them, and what comes of them. */
@NullMarked
package org.zoneregistry.platform.command;

import org.jspecify.annotations.NullMarked;
