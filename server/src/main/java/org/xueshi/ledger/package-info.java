/** The append-only account of hours: who has how many, for what, recognised by whom, under which rule. Knows nothing of where hours come from. */
@ApplicationModule(allowedDependencies = "policy")
@NullMarked
package org.xueshi.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
