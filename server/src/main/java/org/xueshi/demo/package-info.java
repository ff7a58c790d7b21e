/**
 * A demo province: organizations, people of every role and hours in every state, entered by the platform's own doors. Stands on the
 * roof; does nothing unless {@code xueshi.demo} is set.
 */
@ApplicationModule(allowedDependencies = {"ledger", "policy"})
@NullMarked
package org.xueshi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
