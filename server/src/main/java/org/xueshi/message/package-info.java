/** What the platform tells people: messages in their box on the platform, and mail. */
@ApplicationModule(allowedDependencies = {"person", "review"})
@NullMarked
package org.xueshi.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
