/** Sending commands: who sends them, and what comes of them. */
@NullMarked
package org.zoneregistry.commands;

import org.jspecify.annotations.NullMarked;
