/**
 * The offline verifier. It proves exported logs and evidence, and folds answers from them, without the server or its
 * database. It does not trust its input.
 */
@NullMarked
package org.zoneregistry.audit.offline;

import org.jspecify.annotations.NullMarked;
