package org.xueshi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All types of ours that the endpoints take or give. */
final class ApiTypes {

    private ApiTypes() {}

    static Set<Class<?>> of(RequestMappingHandlerMapping mappings) {
        Set<Class<?>> found = new LinkedHashSet<>();
        mappings.getHandlerMethods().values().forEach(handler -> {
            collect(handler.getMethod().getGenericReturnType(), found);
            Arrays.stream(handler.getMethod().getGenericParameterTypes()).forEach(type -> collect(type, found));
        });
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType parameterized) {
            collect(parameterized.getRawType(), found);
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> ours && ours.getName().startsWith("org.xueshi") && found.add(ours)) {
            if (ours.isRecord()) {
                Arrays.stream(ours.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> collect(component, found));
            }
        }
    }
}
