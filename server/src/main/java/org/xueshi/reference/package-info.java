/**
 * Code tables of the standards, as versioned data: regions, ethnic groups, education, degrees, sexes, identity documents,
 * title series and levels, post categories. In memory, read once at start from {@code reference/*.csv}; a malformed row
 * stops the start.
 *
 * <p>Every row names its source. {@code status} says how certain a row is: {@code verbatim} (read in the standard or an
 * official list), {@code secondary} (restated by others), {@code unverified} (to be confirmed by a person).
 * {@code valid_from} and {@code valid_to} are years: by when a code was in force, and by when it no longer was. Empty means
 * since before the first edition at hand, and still.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.xueshi.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
