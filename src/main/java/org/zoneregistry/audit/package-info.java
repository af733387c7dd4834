/** The proofs that an auditor needs to check an answer without trusting the server. */
@NullMarked
package org.zoneregistry.audit;

import org.jspecify.annotations.NullMarked;
