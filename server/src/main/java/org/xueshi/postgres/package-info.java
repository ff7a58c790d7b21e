/**
 * The embedded PostgreSQL: a real server started, watched and stopped by the application itself when no database URL is given,
 * and the proof at every start that the database keeps what it acknowledges.
 */
@ApplicationModule(allowedDependencies = "vault")
@NullMarked
package org.xueshi.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
