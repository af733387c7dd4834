@NullMarked
package org.zoneregistry.commands.http;

import org.jspecify.annotations.NullMarked;
