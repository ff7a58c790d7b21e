package org.xueshi.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.xueshi.platform.Open;
import org.xueshi.platform.Refused;

class ReferenceControllerTest {

    private final CodeTables tables = new CodeTables();
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new ReferenceController(new Regions(), tables, new Titles(tables)))
            .build();

    @Test
    void theCountiesOfACityAreGiven() throws Exception {
        http.perform(get("/api/public/regions").param("parent", "410100"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(12))
                .andExpect(jsonPath("$[0].code").value("410102"))
                .andExpect(jsonPath("$[0].name").value("中原区"))
                .andExpect(jsonPath("$[0].parent").value("410100"))
                .andExpect(jsonPath("$[0].level").value("COUNTY"));
    }

    @Test
    void withoutAParentTheProvincesAreGiven() throws Exception {
        http.perform(get("/api/public/regions"))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].name").value("河南省"))
                .andExpect(jsonPath("$[1].name").value("湖南省"));
    }

    @Test
    void everyRowNamesItsSource() throws Exception {
        http.perform(get("/api/public/code-tables/ethnic-groups"))
                .andExpect(jsonPath("$[0].source").value("GB/T 3304-1991"));
        http.perform(get("/api/public/titles"))
                .andExpect(jsonPath("$[0].source").isNotEmpty());
        http.perform(get("/api/public/regions"))
                .andExpect(jsonPath("$[0].source").isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/public/regions", "/api/public/code-tables/sexes", "/api/public/titles"})
    void anAnswerMayBeKeptForADay(String path) throws Exception {
        http.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=86400, public"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/public/regions?parent=999999", "/api/public/code-tables/majors"})
    void whatDoesNotExistIsRefused(String path) {
        assertThatThrownBy(() -> http.perform(get(path)))
                .isInstanceOf(ServletException.class)
                .cause()
                .isInstanceOf(Refused.class)
                .hasMessage("platform.not-found");
    }

    @Test
    void everyEndpointIsOpen() {
        assertThat(ReferenceController.class.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(GetMapping.class))
                .hasSize(3)
                .allMatch(method -> method.isAnnotationPresent(Open.class));
    }
}
