/**
 * Secrets: the master key outside the database, the keys wrapped by it inside, the encryption of personal fields, the keyed hashes
 * by which they are found, and the self-test that refuses to start on broken cryptography.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.xueshi.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
