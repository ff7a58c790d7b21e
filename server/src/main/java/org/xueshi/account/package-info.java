/**
 * The gate: registration of accounts, login, sessions, passwords, grants and the audit trail. Fills the {@code Caller} for
 * everybody; imported by no one.
 */
@ApplicationModule(
        allowedDependencies = {"organization", "organization::view", "person", "review", "policy", "reference"})
@NullMarked
package org.xueshi.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
