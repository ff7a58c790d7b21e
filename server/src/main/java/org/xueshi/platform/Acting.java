package org.xueshi.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is at work in this thread, for the audit trail alone: a caller, a visitor or a job. Decisions are never taken from here; they
 * take the {@link Caller} as an argument.
 */
public record Acting(
        String actor,
        @Nullable Caller caller,
        @Nullable String request,
        @Nullable String address) {

    static final String REQUEST = "request";
    static final String ADDRESS = "address";
    private static final ScopedValue<String> JOB = ScopedValue.newInstance();

    /** Runs a job under its own name. */
    public static <T> T as(String job, Supplier<T> work) {
        return ScopedValue.where(JOB, "job:" + job).call(work::get);
    }

    public static void run(String job, Runnable work) {
        ScopedValue.where(JOB, "job:" + job).run(work);
    }

    static Optional<Caller> callerNow() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Whoever acts now, or null when nobody does: then the database refuses every change of state. */
    static @Nullable Acting now() {
        if (JOB.isBound()) {
            return new Acting(JOB.get(), null, null, null);
        }
        String request = MDC.get(REQUEST);
        String address = MDC.get(ADDRESS);
        Optional<Caller> caller = callerNow();
        if (caller.isPresent()) {
            return new Acting(caller.get().principal(), caller.get(), request, address);
        }
        return request == null ? null : new Acting("visitor", null, request, address);
    }
}
