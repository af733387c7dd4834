@NullMarked
package org.zoneregistry.audit.http;

import org.jspecify.annotations.NullMarked;
