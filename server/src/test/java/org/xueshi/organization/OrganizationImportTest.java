package org.xueshi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xueshi.Browser;
import org.xueshi.OrganizationCodes;
import org.xueshi.PlatformTest;
import org.xueshi.Province;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import tools.jackson.databind.JsonNode;

/** Bringing in organizations by a table: what is right goes in, what is wrong is told, and nothing brings the platform down. */
@PlatformTest
class OrganizationImportTest {

    private static final String HEADING = "单位名称,机构代码,单位类型,单位性质,区划代码,行业主管部门代码,地址,联系人";

    @Autowired
    private Browser browser;

    @Autowired
    private Province province;

    @Autowired
    private Organizations organizations;

    private Caller bureau;

    @BeforeEach
    void aBureauIsThere() {
        bureau = province.admin(Role.BUREAU_ADMIN, province.bureau("410105"));
    }

    @Test
    void aRowThatIsWrongDoesNotStopTheOthersAndTheSameTableAgainChangesNothing() {
        String code = code();
        String table = HEADING + "\n第一中学," + code + ",用人单位,事业单位,410105,,,\n第二中学,123,用人单位,事业单位,410105,,,\n第三中学," + code()
                + ",用人单位、施教机构,企业,410105,,金水路1号,张老师\n";
        JsonNode rows = send(table.getBytes(StandardCharsets.UTF_8)).expect(200).body();
        assertThat(rows.findValuesAsString("result")).containsExactly("ENTERED", "REFUSED", "ENTERED");
        assertThat(rows.get(1).get("line").asInt()).isEqualTo(3);
        assertThat(rows.get(1).get("message").asString()).startsWith("机构代码不正确");
        assertThat(organizations.findByCode(code).orElseThrow().name()).isEqualTo("第一中学");
        assertThat(send(table.getBytes(StandardCharsets.UTF_8))
                        .expect(200)
                        .body()
                        .findValuesAsString("result"))
                .containsExactly("THERE_BEFORE", "REFUSED", "THERE_BEFORE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void tablesAreReadAsOfficeProgramsWriteThem(String charset) {
        String code = code();
        String table = "\"单位名称\",机构代码,单位类型,单位性质,区划代码\r\n\"郑州𠮷祥, 学校\"," + code + ",用人单位,事业单位,410105\r\n";
        send(table.getBytes(Charset.forName(charset))).expect(200);
        assertThat(organizations.findByCode(code).orElseThrow().name()).isEqualTo("郑州𠮷祥, 学校");
        String second = code();
        send(("\uFEFF" + table.replace(code, second)).getBytes(StandardCharsets.UTF_8))
                .expect(200);
        assertThat(organizations.findByCode(second)).isPresent();
    }

    @Test
    void aWorkbookIsReadLikeATable() throws IOException {
        String code = code();
        assertThat(send(workbook(code)).expect(200).body().findValuesAsString("result"))
                .containsExactly("ENTERED");
        assertThat(organizations.findByCode(code)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|CODE|用人单位|事业单位|410105|缺少单位名称",
                "校|CODE|用人单位|事业单位|410105|单位名称应为 2 至 100 字",
                "LONG|CODE|用人单位|事业单位|410105|单位名称应为 2 至 100 字",
                "示例学校||用人单位|事业单位|410105|缺少机构代码",
                "示例学校|91410105MA000000X0|用人单位|事业单位|410105|机构代码不正确",
                "示例学校|CODE|公司|事业单位|410105|单位类型只能是",
                "示例学校|CODE|用人单位|机关|410105|单位性质只能是",
                "示例学校|CODE|用人单位|事业单位|999999|区划代码不是现行行政区划代码",
                "示例学校|CODE|用人单位|事业单位|410102|区划代码不在您的管理范围内",
                "示例学校|CODE|用人单位|事业单位|430102|区划代码不在您的管理范围内",
                "示例局|CODE|人社部门|其他|410105|每个地区只能有一个",
                "=HYPERLINK(\"http://x\")|CODE|用人单位|事业单位|410105|单位名称不能以",
                "@SUM(1)|CODE|用人单位|事业单位|410105|单位名称不能以",
                "+1+1|CODE|用人单位|事业单位|410105|单位名称不能以"
            })
    void aWrongCellIsToldInWords(String name, String code, String kind, String nature, String region, String message) {
        List<String> cells = List.of(
                name == null ? "" : name.equals("LONG") ? "长".repeat(101) : name,
                code == null ? "" : code.equals("CODE") ? code() : code,
                kind,
                nature,
                region);
        JsonNode row = sendRow(String.join(
                ",",
                cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .toList()));
        assertThat(row.get("result").asString()).isEqualTo("REFUSED");
        assertThat(row.get("message").asString()).contains(message);
    }

    @Test
    void anAddressOrAContactThatIsTooLongIsToldAndNoError() {
        JsonNode address = sendRow("示例学校," + code() + ",用人单位,事业单位,410105,," + "路".repeat(201) + ",");
        assertThat(address.get("message").asString()).isEqualTo("地址不得超过 200 字");
        JsonNode contact = sendRow("示例学校," + code() + ",用人单位,事业单位,410105,,," + "人".repeat(101));
        assertThat(contact.get("message").asString()).isEqualTo("联系人不得超过 100 字");
    }

    @Test
    void hiddenCharactersAreDropped() {
        String code = code();
        sendRow("示\u0000例\u202e学\u200b校," + code + ",用人单位,事业单位,410105");
        assertThat(organizations.findByCode(code).orElseThrow().name()).isEqualTo("示例学校");
    }

    @Test
    void anAuthorityIsNamedByItsCode() {
        Organization authority = province.authority();
        String code = code();
        sendRow("示例学校," + code + ",用人单位,事业单位,410105," + authority.code().toLowerCase(java.util.Locale.ROOT));
        assertThat(organizations.findByCode(code).orElseThrow().authorityId()).isEqualTo(authority.id());
        JsonNode unknown = sendRow("示例学校," + code() + ",用人单位,事业单位,410105," + code());
        assertThat(unknown.get("message").asString()).isEqualTo("行业主管部门代码没有登记为行业主管部门");
    }

    @Test
    void whatIsNoTableIsRefusedWithTheColumnsThatAreAskedFor() throws IOException {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        List<byte[]> tables = List.of(
                new byte[0],
                noise,
                "\n\n\n".getBytes(StandardCharsets.UTF_8),
                "单位名称,机构代码\n甲,乙\n".getBytes(StandardCharsets.UTF_8),
                "a;b;c\n1;2;3\n".getBytes(StandardCharsets.UTF_8),
                "PK\u0003\u0004 no workbook".getBytes(StandardCharsets.ISO_8859_1),
                zip("something.txt", "no workbook".getBytes(StandardCharsets.US_ASCII)),
                zip(
                        "xl/workbook.xml",
                        "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>"
                                .getBytes(StandardCharsets.US_ASCII)));
        for (byte[] table : tables) {
            Browser.Answer answer = send(table);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.at("/detail").asString()).contains("第一行为列名", "单位名称、机构代码");
        }
    }

    @Test
    void aWorkbookThatWouldUnpackToAMountainIsNotOpened() throws IOException {
        long began = System.nanoTime();
        send(zip("xl/worksheets/sheet1.xml", new byte[60_000_000])).expect(422);
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }

    @Test
    void aTableOfTooManyRowsIsAskedForInParts() {
        String row = "\n示例,123,用人单位,事业单位,410105";
        String table = HEADING + IntStream.range(0, 5001).mapToObj(any -> row).collect(Collectors.joining());
        assertThat(send(table.getBytes(StandardCharsets.UTF_8))
                        .expect(422)
                        .at("/detail")
                        .asString())
                .isEqualTo("每次最多导入 5000 行，请分批导入。");
    }

    private JsonNode sendRow(String row) {
        return send((HEADING + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .get(0);
    }

    private Browser.Answer send(byte[] table) {
        return browser.upload(bureau, "/api/organizations/imports", "table.csv", table);
    }

    private static String code() {
        return OrganizationCodes.next().text();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] workbook(String code) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单位");
            List<List<String>> rows = List.of(
                    List.of("单位名称", "机构代码", "单位类型", "单位性质", "区划代码"), List.of("表格中学", code, "用人单位", "事业单位", "410105"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }
}
