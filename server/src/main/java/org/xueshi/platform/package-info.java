/**
 * The ground every module stands on: who calls, how a request is refused, how lists are paged, how a write is repeated safely, what
 * is audited, how mail leaves the house. No business word.
 */
@ApplicationModule(allowedDependencies = "vault")
@NullMarked
package org.xueshi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
