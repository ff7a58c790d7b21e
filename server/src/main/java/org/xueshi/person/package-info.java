/**
 * Who must learn: a person's registration and its review by the employer, profile, documents and contact, and under which schemes
 * he is.
 */
@ApplicationModule(
        allowedDependencies = {"organization", "organization::view", "review", "review::view", "policy", "reference"})
@NullMarked
package org.xueshi.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
