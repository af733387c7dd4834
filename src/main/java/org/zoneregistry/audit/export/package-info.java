/** The log as a file, which an auditor can take away and prove without the server. */
@NullMarked
package org.zoneregistry.audit.export;

import org.jspecify.annotations.NullMarked;
