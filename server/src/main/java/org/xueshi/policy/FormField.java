package org.xueshi.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a learning form.
 *
 * @param code its name in the values of a declaration
 * @param label the pack's word: 组织培训单位名称
 * @param longest the most characters of a text
 * @param least the smallest number
 * @param most the largest number
 * @param options what a choice offers
 * @param when asked only then; null for always
 * @param help a sentence under the field
 */
public record FormField(
        String code,
        String label,
        FieldType type,
        boolean required,
        int longest,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<Option> options,
        @Nullable Condition when,
        @Nullable String help) {

    public FormField {
        options = List.copyOf(options);
    }

    /** One of a choice's answers. */
    public record Option(String code, String label) {}

    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }
}
