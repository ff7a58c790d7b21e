package org.xueshi.platform;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * One way in which a module refuses. Every module has one enum of them; title and detail stand in {@code messages.properties} under
 * {@link #key()}, with the facts as named places.
 */
public interface Problem {

    String name();

    HttpStatus status();

    /** {@code declaration.wrong-state}: the module, then the constant. */
    default String key() {
        String module = getClass().getPackageName();
        return module.substring(module.lastIndexOf('.') + 1) + "."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
