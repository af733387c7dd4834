/** The log as a file. An auditor can download it and prove it without the server. */
@NullMarked
package org.zoneregistry.audit.export;

import org.jspecify.annotations.NullMarked;
