/** What an auditor needs to prove an answer without trusting the server. */
@NullMarked
package org.zoneregistry.audit;

import org.jspecify.annotations.NullMarked;
