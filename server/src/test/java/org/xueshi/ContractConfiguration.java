package org.xueshi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.xueshi.platform.Caller;
import org.xueshi.platform.ProblemBody;
import org.xueshi.policy.Hours;

/** How the contract is drawn from the code: records' components are required unless they may be null; enums have names. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    static {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(Hours.class, new NumberSchema());
    }

    @Bean
    ModelConverter requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }

    /** Records that Spring fills from the query string are written as the single parameters they are. */
    @Bean
    OperationCustomizer singleParameters() {
        return (operation, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                Class<?> type = parameter.getParameterType();
                boolean fromQuery = type.isRecord()
                        && type != Caller.class
                        && !parameter.hasParameterAnnotation(RequestBody.class)
                        && operation.getParameters() != null;
                if (fromQuery) {
                    operation.getParameters().removeIf(each -> isDrawnAs(each, type));
                    Arrays.stream(type.getRecordComponents())
                            .forEach(component -> operation.addParametersItem(new Parameter()
                                    .in("query")
                                    .name(component.getName())
                                    .required(false)
                                    .schema(ModelConverters.getInstance()
                                            .resolveAsResolvedSchema(
                                                    new AnnotatedType(component.getGenericType()).resolveAsRef(true))
                                            .schema)));
                }
            }
            return operation;
        };
    }

    private static boolean isDrawnAs(Parameter parameter, Class<?> type) {
        return parameter.getSchema() != null
                && ("#/components/schemas/" + type.getSimpleName())
                        .equals(parameter.getSchema().get$ref());
    }

    /** Every refusal looks the same. */
    @Bean
    OpenApiCustomizer problems() {
        return contract -> {
            ModelConverters.getInstance()
                    .readAll(new AnnotatedType(ProblemBody.class))
                    .forEach((name, schema) -> contract.getComponents().addSchemas(name, (Schema<?>)
                            schema.required(List.copyOf(schema.getProperties().keySet()))));
            contract.getComponents()
                    .getSchemas()
                    .keySet()
                    .removeIf(name -> name.endsWith("Filter") || name.equals("PageQuery"));
            contract.setServers(null);
            contract.setInfo(new Info()
                    .title("Xueshi")
                    .version("1")
                    .description(
                            "Writes carry an Idempotency-Key (a UUID); refusals are RFC 9457 problems (ProblemBody)."));
        };
    }

    private static final class RequiredUnlessNullable implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> resolved = chain.next().resolve(type, context, chain);
            Class<?> raw = rawClass(type);
            if (raw != null && raw.isRecord() && raw.getName().startsWith("org.xueshi")) {
                Schema<?> model = resolved != null && resolved.get$ref() != null
                        ? context.getDefinedModels().get(name(resolved.get$ref()))
                        : resolved;
                if (model != null && model.getProperties() != null) {
                    require(raw, model);
                }
            }
            return resolved;
        }

        private static void require(Class<?> raw, Schema<?> model) {
            Map<String, ?> properties = model.getProperties();
            model.setRequired(Arrays.stream(raw.getRecordComponents())
                    .filter(component -> properties.containsKey(component.getName()))
                    .filter(component -> !isNullable(component))
                    .map(RecordComponent::getName)
                    .toList());
        }

        private static boolean isNullable(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || isAnnotated(component)
                    || component.getAnnotatedType() instanceof java.lang.reflect.AnnotatedType type
                            && type.isAnnotationPresent(Nullable.class);
        }

        private static boolean isAnnotated(AnnotatedElement element) {
            return element.isAnnotationPresent(Nullable.class);
        }

        private static @Nullable Class<?> rawClass(AnnotatedType type) {
            return io.swagger.v3.core.util.Json.mapper()
                    .constructType(type.getType())
                    .getRawClass();
        }

        private static String name(String reference) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
    }
}
