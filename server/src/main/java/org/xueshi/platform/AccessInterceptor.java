package org.xueshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to an endpoint only as its {@link Access} or {@link Open} says. */
class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Caller caller = Acting.callerNow().orElseThrow(() -> new Refused(CommonProblem.NOT_LOGGED_IN));
        Access access = method.getMethodAnnotation(Access.class);
        if (access == null || !admits(access, caller)) {
            throw new Refused(CommonProblem.NOT_ALLOWED);
        }
        return true;
    }

    private static boolean admits(Access access, Caller caller) {
        return access.value().length == 0 || Arrays.asList(access.value()).contains(caller.role());
    }
}
