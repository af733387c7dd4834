/**
 * The offline verifier: proves exported logs and evidence, and folds answers from them, without the server or its
 * database. What it reads may have been made by anybody.
 */
@NullMarked
package org.zoneregistry.audit.offline;

import org.jspecify.annotations.NullMarked;
