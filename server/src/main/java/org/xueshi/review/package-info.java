/**
 * The book of decisions: a case, its levels, who has it, what was decided and why. Passive: it knows neither what is reviewed nor
 * why these levels; the module that opens a case says so and acts on the outcome.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.xueshi.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
