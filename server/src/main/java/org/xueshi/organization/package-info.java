/** Employers, training institutions, industry authorities and bureaus: where they are, and who stands over whom. */
@ApplicationModule(allowedDependencies = {"review", "reference"})
@NullMarked
package org.xueshi.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
