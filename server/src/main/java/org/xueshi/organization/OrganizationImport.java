package org.xueshi.organization;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Sentences;
import org.xueshi.reference.Regions;

/**
 * Enters organizations from a table (CSV in UTF-8 or GB 18030, or XLSX) with the columns 单位名称, 机构代码, 单位类型, 单位性质, 区划代码,
 * 行业主管部门代码, 地址, 联系人. A row that is wrong does not stop the others; the same table again changes nothing.
 */
@Component
class OrganizationImport {

    private static final int MOST_ROWS = 5000;
    private static final long MOST_UNPACKED = 50_000_000;
    private static final List<String> COLUMNS =
            List.of("单位名称", "机构代码", "单位类型", "单位性质", "区划代码", "行业主管部门代码", "地址", "联系人");
    private static final Map<String, OrganizationKind> KINDS = Map.of(
            "用人单位", OrganizationKind.EMPLOYER,
            "施教机构", OrganizationKind.INSTITUTION,
            "继续教育基地", OrganizationKind.INSTITUTION,
            "行业主管部门", OrganizationKind.AUTHORITY,
            "人社部门", OrganizationKind.BUREAU);
    private static final Map<String, OrganizationNature> NATURES = Map.of(
            "事业单位", OrganizationNature.PUBLIC_INSTITUTION,
            "企业", OrganizationNature.ENTERPRISE,
            "其他", OrganizationNature.OTHER);

    private final Organizations organizations;
    private final Regions regions;
    private final Sentences sentences;
    private final TransactionTemplate perRow;

    OrganizationImport(
            Organizations organizations,
            Regions regions,
            Sentences sentences,
            PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.regions = regions;
        this.sentences = sentences;
        this.perRow = new TransactionTemplate(transactions);
        perRow.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of one row; {@code line} counts from the table's first line, the heading. */
    public record ImportedRow(int line, String name, ImportResult result, String message) {}

    public enum ImportResult {
        /** 已导入. */
        ENTERED,
        /** 已存在，未改动. */
        THERE_BEFORE,
        /** 有误，未导入. */
        REFUSED
    }

    List<ImportedRow> run(Caller caller, byte[] table) {
        List<List<String>> rows = isWorkbook(table) ? workbook(table) : csv(table);
        if (rows.isEmpty() || !rows.getFirst().containsAll(COLUMNS.subList(0, 5))) {
            throw notATable();
        }
        if (rows.size() - 1 > MOST_ROWS) {
            throw new Refused(OrganizationProblem.TOO_MANY_ROWS).with("most", MOST_ROWS);
        }
        List<String> heading = rows.getFirst();
        List<ImportedRow> results = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Map<String, String> cells = cells(heading, rows.get(i));
            if (!cells.isEmpty()) {
                results.add(enter(caller, i + 1, cells));
            }
        }
        return results;
    }

    private ImportedRow enter(Caller caller, int line, Map<String, String> cells) {
        String name = cells.getOrDefault("单位名称", "");
        try {
            NewOrganization entered = read(caller, cells);
            if (organizations.findByCode(entered.code().text()).isPresent()) {
                return new ImportedRow(line, name, ImportResult.THERE_BEFORE, "该机构代码已登记，未改动");
            }
            perRow.executeWithoutResult(status -> organizations.enter(entered));
            return new ImportedRow(line, name, ImportResult.ENTERED, "已导入");
        } catch (WrongCell wrong) {
            return new ImportedRow(line, name, ImportResult.REFUSED, wrong.getMessage());
        } catch (Refused refused) {
            String detail = sentences.of(refused.problem().key() + ".detail", refused.facts());
            return new ImportedRow(line, name, ImportResult.REFUSED, detail);
        }
    }

    private NewOrganization read(Caller caller, Map<String, String> cells) {
        String name = demand(cells, "单位名称");
        demand(name.length() >= 2 && name.length() <= 100, "单位名称应为 2 至 100 字");
        // A name ends up in tables again, and office programs run what begins like this.
        demand("=+-@".indexOf(name.charAt(0)) < 0, "单位名称不能以 = + - @ 开头");
        OrganizationCode code = OrganizationCode.parse(demand(cells, "机构代码"))
                .orElseThrow(() -> new WrongCell("机构代码不正确：应为 18 位统一社会信用代码或 9 位组织机构代码，且校验位正确"));
        Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);
        for (String kind : demand(cells, "单位类型").split("[、,，;；]")) {
            kinds.add(Optional.ofNullable(KINDS.get(kind.strip()))
                    .orElseThrow(() -> new WrongCell("单位类型只能是用人单位、施教机构、行业主管部门、人社部门")));
        }
        OrganizationNature nature = Optional.ofNullable(NATURES.get(demand(cells, "单位性质")))
                .orElseThrow(() -> new WrongCell("单位性质只能是事业单位、企业、其他"));
        String region = demand(cells, "区划代码");
        demand(regions.isCurrent(region), "区划代码不是现行行政区划代码");
        demand(regions.find(region).orElseThrow().prefix().startsWith(caller.overseenRegion()), "区划代码不在您的管理范围内");
        demandShort(cells, "地址", 200);
        demandShort(cells, "联系人", 100);
        Long authority = Optional.ofNullable(cells.get("行业主管部门代码"))
                .map(text -> OrganizationCode.parse(text)
                        .flatMap(parsed -> organizations.findByCode(parsed.text()))
                        .filter(found -> found.is(OrganizationKind.AUTHORITY))
                        .orElseThrow(() -> new WrongCell("行业主管部门代码没有登记为行业主管部门")))
                .map(Organization::id)
                .orElse(null);
        return new NewOrganization(name, code, kinds, nature, region, authority, cells.get("地址"), cells.get("联系人"));
    }

    private static String demand(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column)).orElseThrow(() -> new WrongCell("缺少" + column));
    }

    private static void demandShort(Map<String, String> cells, String column, int most) {
        demand(cells.getOrDefault(column, "").length() <= most, column + "不得超过 " + most + " 字");
    }

    private static void demand(boolean right, String otherwise) {
        if (!right) {
            throw new WrongCell(otherwise);
        }
    }

    private static final class WrongCell extends RuntimeException {
        WrongCell(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static Map<String, String> cells(List<String> heading, List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(heading.size(), row.size()); i++) {
            String cell = row.get(i).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
            if (!cell.isEmpty()) {
                cells.put(heading.get(i), cell);
            }
        }
        return cells;
    }

    private static boolean isWorkbook(byte[] table) {
        return table.length > 4 && table[0] == 'P' && table[1] == 'K';
    }

    private static List<List<String>> workbook(byte[] table) {
        try {
            demandModest(table);
        } catch (IOException | IllegalArgumentException e) {
            throw notATable();
        }
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(table), new ReadingOptions(false, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 2L)
                    .map(row -> row.stream()
                            .limit(COLUMNS.size() + 8L)
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw notATable();
        }
    }

    /**
     * A workbook is a ZIP: what would unpack to more than a table of {@link #MOST_ROWS} rows ever needs is not opened. Read by its
     * directory, as office programs do: many write entries whose own headers do not tell their size.
     */
    private static void demandModest(byte[] workbook) throws IOException {
        long left = MOST_UNPACKED;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw notATable();
                        }
                    }
                }
            }
        }
    }

    private static Refused notATable() {
        return new Refused(OrganizationProblem.NOT_A_TABLE).with("columns", String.join("、", COLUMNS));
    }

    private static List<List<String>> csv(byte[] table) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(decode(table))) {
            return reader.stream()
                    .limit(MOST_ROWS + 2L)
                    .map(CsvRecord::getFields)
                    .toList();
        } catch (IOException | CsvParseException e) {
            throw notATable();
        }
    }

    /** Office programs in China still write GB 18030: what is no UTF-8 is read as that. */
    private static String decode(byte[] table) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(table))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(table, Charset.forName("GB18030"));
        }
    }
}
