package org.xueshi.platform;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Puts the {@link IdempotencyInterceptor} around every controller method that writes. */
class IdempotencyAdvisor extends StaticMethodMatcherPointcutAdvisor {

    /** @param interceptor made at the first call: an advisor is there before all other beans, and would have them made too early */
    IdempotencyAdvisor(ObjectProvider<IdempotencyInterceptor> interceptor) {
        super((MethodInterceptor) call -> interceptor.getObject().invoke(call));
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, RestController.class)
                && writes(method)
                && !method.isAnnotationPresent(Unrepeatable.class);
    }

    /** Whether the method answers something other than GET. */
    static boolean writes(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping != null && !Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }
}
