/** What is tampered with is found, and where. */
@NullMarked
package org.zoneregistry.audit.verification;

import org.jspecify.annotations.NullMarked;
