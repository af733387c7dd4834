/** Commands, who sends them, and their outcomes. */
@NullMarked
package org.zoneregistry.commands;

import org.jspecify.annotations.NullMarked;
