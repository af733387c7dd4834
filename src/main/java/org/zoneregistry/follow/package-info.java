/** What those who follow the log have in common: they are woken, take steps, and are waited for. */
@NullMarked
package org.zoneregistry.follow;

import org.jspecify.annotations.NullMarked;
