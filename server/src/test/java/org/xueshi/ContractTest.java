package org.xueshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The contract between server and web. {@code api/openapi.json} is written by this test with {@code -Dopenapi.update=true} and
 * otherwise proved to be what the code says.
 */
@PlatformTest
class ContractTest {

    private static final Path CONTRACT = Path.of("../api/openapi.json");

    @Autowired
    private OpenApiWebMvcResource drawn;

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @Test
    void theCommittedContractIsWhatTheCodeSays() throws Exception {
        String contract = new String(
                        drawn.openapiJson(new MockHttpServletRequest(), "/api/contract", Locale.CHINA),
                        StandardCharsets.UTF_8)
                + "\n";
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, contract);
        }
        assertThat(Files.readString(CONTRACT))
                .as("run the test with -Dopenapi.update=true and commit the file")
                .isEqualTo(contract);
    }

    @Test
    void namesOfSchemasAreUniqueOverAllModules() {
        // springdoc merges namesakes silently: two records of one simple name would become one type.
        Map<String, TreeSet<String>> names = new HashMap<>();
        ApiTypes.of(mappings)
                .forEach(type -> names.computeIfAbsent(type.getSimpleName(), any -> new TreeSet<>())
                        .add(type.getName()));
        assertThat(names.values().stream()
                        .filter(same -> same.size() > 1)
                        .map(same -> String.join(" and ", same))
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
