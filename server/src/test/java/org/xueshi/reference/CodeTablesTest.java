package org.xueshi.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xueshi.platform.Refused;

class CodeTablesTest {

    private static final String HEAD = String.join(",", CodeTables.COLUMNS) + "\n";

    private final CodeTables tables = new CodeTables();

    @Test
    void thereAre56EthnicGroupsAndTwoLocalEntriesThatAreMarked() {
        List<CodeItem> groups = tables.items(CodeTables.ETHNIC_GROUPS);
        assertThat(groups)
                .filteredOn(group -> "verbatim".equals(group.status()))
                .hasSize(56);
        assertThat(groups)
                .filteredOn(group -> "unverified".equals(group.status()))
                .extracting(CodeItem::code)
                .containsExactly("97", "98");
        assertThat(groups.getFirst()).isEqualTo(new CodeItem("01", "汉族", null, "verbatim", "GB/T 3304-1991"));
        assertThat(groups.get(55).name()).isEqualTo("基诺族");
    }

    @Test
    void unfinishedMiddleAndPrimarySchoolAre73And83() {
        assertThat(tables.item(CodeTables.EDUCATION, "73"))
                .hasValue(new CodeItem("73", "初中肄业", "70", "secondary", "GB/T 4658-2006; one public copy prints 72"));
        assertThat(tables.item(CodeTables.EDUCATION, "83"))
                .hasValue(new CodeItem("83", "小学肄业", "80", "secondary", "GB/T 4658-2006; one public copy prints 82"));
        assertThat(tables.item(CodeTables.EDUCATION, "72")).isEmpty();
        assertThat(tables.item(CodeTables.EDUCATION, "82")).isEmpty();
        assertThat(tables.items(CodeTables.EDUCATION)).hasSize(40);
    }

    @ParameterizedTest
    @CsvSource({
        "education, 28, 大学普通班毕业, 20",
        "education, 90, 其他,",
        "degrees, 2, 博士,",
        "sexes, 9, 未说明的性别,",
        "identity-documents, RIC, 居民身份证,",
        "post-categories, PRO13, 专业技术十三级, PRO",
        "post-categories, WRK05, 技术工五级（初级工）, WRK",
        "title-levels, NONE, 无职称/其他,",
        "native-places, 820000, 澳门特别行政区,"
    })
    void knownEntriesAreThere(String table, String code, String name, String parent) {
        assertThat(tables.item(table, code)).hasValueSatisfying(item -> {
            assertThat(item.name()).isEqualTo(name);
            assertThat(item.parent()).isEqualTo(parent);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "degrees, 4",
        "sexes, 4",
        "identity-documents, 9",
        "post-categories, 32",
        "title-levels, 6",
        "native-places, 34"
    })
    void everyTableIsWhole(String table, int size) {
        assertThat(tables.items(table)).hasSize(size).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownTableIsRefused() {
        assertThatThrownBy(() -> tables.items("majors"))
                .isInstanceOf(Refused.class)
                .hasMessage("platform.not-found");
        assertThatThrownBy(() -> tables.item("majors", "1")).isInstanceOf(Refused.class);
    }

    @Test
    void aDroppedEntryIsFoundButNoLongerListed() {
        CodeTables read = read("1,old,,verbatim,1991,2006,test\n2,new,,verbatim,2006,,test\n");
        assertThat(read.items("test")).extracting(CodeItem::code).containsExactly("2");
        assertThat(read.item("test", "1")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,two,,certain,,,test|no such status: certain",
                "2,two,9,verbatim,,,test|the parent 9 does not stand above this row",
                "1,one,,verbatim,,,test|the code 1 stands here twice",
                "2,\"two\",,verbatim,,,test|name has a quote, or space around it"
            })
    void aMalformedRowIsRefusedWithFileAndLine(String row, String reason) {
        assertThatThrownBy(() -> read("1,one,,verbatim,,,test\n" + row + "\n"))
                .isInstanceOf(MalformedTable.class)
                .hasMessage("test.csv:3: " + reason);
    }

    private static CodeTables read(String rows) {
        return new CodeTables("test", Table.of("test.csv", HEAD + rows, CodeTables.COLUMNS));
    }
}
