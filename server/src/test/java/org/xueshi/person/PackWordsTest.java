package org.xueshi.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xueshi.organization.OrganizationNature;
import org.xueshi.policy.PersonFacts;
import org.xueshi.reference.CodeItem;
import org.xueshi.reference.CodeTables;

/** The words that packs use of people are the words that people are registered with. */
class PackWordsTest {

    @Test
    void everyWordOfAPackIsOneOfTheModuleItBelongsTo() {
        assertThat(PersonFacts.CATEGORIES).isEqualTo(names(PersonCategory.values()));
        assertThat(PersonFacts.EMPLOYER_NATURES).isEqualTo(names(OrganizationNature.values()));
        assertThat(PersonFacts.TITLE_LEVELS)
                .isEqualTo(new CodeTables()
                        .items(CodeTables.TITLE_LEVELS).stream()
                                .map(CodeItem::code)
                                .toList());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
