/** Documents that anybody can verify: issued, signed, revoked; what was said once is remembered. Knows nothing of what it certifies. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.xueshi.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
