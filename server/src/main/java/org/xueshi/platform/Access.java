package org.xueshi.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says from which workspaces an endpoint may be called. An endpoint without {@link Access} or {@link Open} answers nobody, and a
 * test fails. What of it the caller may see is the service's matter.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** The roles; empty means whoever is logged in. */
    Role[] value() default {};
}
