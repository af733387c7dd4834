/** Tests that tampering is found, and its place. */
@NullMarked
package org.zoneregistry.audit.verification;

import org.jspecify.annotations.NullMarked;
