/**
 * Policy packs: a scheme's rules as data, versioned by year, each value with its legal source and how certain it is. Pure: what is
 * proposed and judged here follows from the arguments alone. Owns the words Hours, Subject and LearningForm.
 */
@ApplicationModule(allowedDependencies = "reference")
@NullMarked
package org.xueshi.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
