/** Forms for every command, imports, and the read models. */
@NullMarked
package org.zoneregistry.pages.work;

import org.jspecify.annotations.NullMarked;
