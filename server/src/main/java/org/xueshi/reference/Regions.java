package org.xueshi.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The administrative divisions of the provinces served (GB/T 2260), down to counties. Abolished codes are found, under the
 * last name they had, because identity numbers carry them; they are nobody's child and not current.
 */
@Component
public class Regions {

    static final List<String> COLUMNS = List.of("code", "name", "parent", "level", "valid_from", "valid_to", "source");

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

    private final Map<String, Region> regions = new HashMap<>();
    private final Set<String> current = new HashSet<>();
    private final List<Region> provinces = new ArrayList<>();
    private final Map<String, List<Region>> children = new HashMap<>();

    public Regions() {
        this(Table.ofResource("regions.csv", COLUMNS));
    }

    Regions(Table table) {
        table.rows().forEach(this::add);
        provinces.sort(Comparator.comparing(Region::code));
        children.values().forEach(siblings -> siblings.sort(Comparator.comparing(Region::code)));
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /** The current divisions right below, in the order of their codes; the provinces when no parent is given. */
    public List<Region> children(@Nullable String parent) {
        return List.copyOf(parent == null ? provinces : children.getOrDefault(parent, List.of()));
    }

    public boolean isCurrent(String code) {
        return current.contains(code);
    }

    /** The name with everything above it: 河南省郑州市金水区. @throws IllegalArgumentException when there is no such region */
    public String fullName(String code) {
        Region region = find(code).orElseThrow(() -> new IllegalArgumentException("No region has the code " + code));
        return region.parent() == null ? region.name() : fullName(region.parent()) + region.name();
    }

    private void add(Table.Row row) {
        Region region = new Region(
                row.text("code"),
                row.text("name"),
                row.maybe("parent").orElse(null),
                level(row),
                row.maybe("source").orElse(null));
        checkForm(region, row);
        checkPlace(region, row);
        if (regions.put(region.code(), region) != null) {
            throw row.malformed("the code " + region.code() + " stands here twice");
        }
        if (row.isCurrent()) {
            current.add(region.code());
            siblings(region, row).add(region);
        }
    }

    private List<Region> siblings(Region region, Table.Row row) {
        if (region.parent() == null) {
            return provinces;
        }
        if (!current.contains(region.parent())) {
            throw row.malformed("a current region lies in the abolished " + region.parent());
        }
        return children.computeIfAbsent(region.parent(), key -> new ArrayList<>());
    }

    private static RegionLevel level(Table.Row row) {
        String name = row.text("level");
        return Stream.of(RegionLevel.values())
                .filter(level -> level.name().equals(name))
                .findAny()
                .orElseThrow(() -> row.malformed("no such level: " + name));
    }

    private static void checkForm(Region region, Table.Row row) {
        String code = region.code();
        if (!CODE.matcher(code).matches()) {
            throw row.malformed("not a code of six digits: " + code);
        }
        int significant = code.endsWith("0000") ? 2 : code.endsWith("00") ? 4 : 6;
        if (significant != region.level().digits()) {
            throw row.malformed(code + " is not the code of a " + region.level());
        }
    }

    private void checkPlace(Region region, Table.Row row) {
        String above = region.parent();
        if (above == null) {
            if (region.level() != RegionLevel.PROVINCE) {
                throw row.malformed("only a province has no parent");
            }
            return;
        }
        Region parent = regions.get(above);
        if (parent == null) {
            throw row.malformed("the parent " + above + " does not stand above this row");
        }
        if (parent.level().compareTo(region.level()) >= 0 || !region.code().startsWith(parent.prefix())) {
            throw row.malformed(above + " cannot be the parent of " + region.code());
        }
    }

    /**
     * An administrative division.
     *
     * @param code six digits, GB/T 2260
     * @param parent the division right above; of a county under no prefecture (济源市) that is its province
     * @param source the list it was taken from
     */
    public record Region(
            String code,
            String name,
            @Nullable String parent,
            RegionLevel level,
            @Nullable String source) {

        /** What the codes of this region and of all within it begin with: {@code 41}, {@code 4101}, {@code 410105}. */
        public String prefix() {
            return code.substring(0, level.digits());
        }
    }
}
