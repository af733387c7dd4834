/** The log as a file: what an auditor takes home, and proves without the server. */
@NullMarked
package org.zoneregistry.audit.export;

import org.jspecify.annotations.NullMarked;
