package org.xueshi.bench.province;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xueshi.demo.SyntheticNumbers;
import org.xueshi.policy.ReviewPlace;

/**
 * Who stands over whom: the bureaus of Henan's real regions, one industry authority, and employers in the counties. One county is as
 * busy as a province's capital: every fifth employer is there, and half of its people's latest claims wait with its bureau.
 */
public final class Places {

    public static final long PROVINCE_BUREAU = 1;
    public static final long AUTHORITY = 900;
    public static final String AUTHORITY_NAME = "河南省教育厅";
    private static final String BUSY_REGION = "410105";
    private static final int BUSY_EVERY = 5;
    private static final long FIRST_EMPLOYER = 1001;
    private static final int PEOPLE_AN_EMPLOYER = 40;
    private static final int FEWEST_EMPLOYERS = 20;

    /** @param code with trailing zeros */
    record Region(String code, String name, boolean county) {

        /** The code without trailing pairs of zeros. */
        String prefix() {
            return code.replaceFirst("(00)+$", "");
        }
    }

    private final List<Region> regions;
    private final List<Region> counties;
    private final Map<String, Long> bureaus = new HashMap<>();
    private final int employers;

    Places(int people) {
        this.regions = regions();
        this.counties = regions.stream().filter(Region::county).toList();
        for (int i = 0; i < regions.size(); i++) {
            bureaus.put(regions.get(i).code(), PROVINCE_BUREAU + i);
        }
        this.employers = Math.max(FEWEST_EMPLOYERS, people / PEOPLE_AN_EMPLOYER);
    }

    private static List<Region> regions() {
        try (InputStream in = Places.class.getResourceAsStream("/reference/regions.csv")) {
            if (in == null) {
                throw new IllegalStateException("The table of regions is not in the server's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    // Only what still is.
                    .filter(cells -> cells[0].startsWith("41") && cells[5].isEmpty())
                    .map(cells -> new Region(cells[0], cells[1], cells[3].equals("COUNTY")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Region> allRegions() {
        return regions;
    }

    int employers() {
        return employers;
    }

    /** Employers are of every size: the first ones are the biggest, the last ones have a few people each. */
    public long employerOf(long person) {
        double part = new Dice(person, 1).part();
        return FIRST_EMPLOYER + (long) (employers * part * part);
    }

    /** One that is neither big nor small. */
    public long usualEmployer() {
        return FIRST_EMPLOYER + employers / 4 + 1;
    }

    long firstEmployer() {
        return FIRST_EMPLOYER;
    }

    static boolean isBusy(long employer) {
        return (employer - FIRST_EMPLOYER) % BUSY_EVERY == 0;
    }

    Region regionOf(long employer) {
        if (isBusy(employer)) {
            return counties.stream()
                    .filter(each -> each.code().equals(BUSY_REGION))
                    .findFirst()
                    .orElseThrow();
        }
        return counties.get((int) (employer * 7919 % counties.size()));
    }

    public long bureauOf(long employer) {
        return bureau(regionOf(employer).code());
    }

    public long busyBureau() {
        return bureau(BUSY_REGION);
    }

    private long bureau(String region) {
        Long id = bureaus.get(region);
        if (id == null) {
            throw new IllegalStateException("There is no bureau of " + region);
        }
        return id;
    }

    /** Every second employer is a school, under the authority; the others have none. */
    static boolean isUnderAuthority(long employer) {
        return employer % 2 == 0;
    }

    String employerName(long employer) {
        String region = regionOf(employer).name();
        return region + (isUnderAuthority(employer) ? "第" + employer + "中学" : "第" + employer + "人民医院");
    }

    String bureauName(long bureau) {
        return regions.get((int) (bureau - PROVINCE_BUREAU)).name() + "人力资源和社会保障局";
    }

    static String code(String region, long organization) {
        return SyntheticNumbers.organizationCode(region, (int) organization);
    }

    /** The account of an organization's administrator; his grant has the same number. */
    public static long administrator(long organization) {
        return 100_000_000 + organization;
    }

    /** The levels of a claim of a professional subject, as the book of decisions keeps them. */
    String chain(long employer) {
        String first = "{\"name\":\"%s\",\"places\":[{\"id\":%d,\"name\":\"%s\"}]}"
                .formatted(ReviewPlace.EMPLOYER.label(), employer, employerName(employer));
        String authority =
                isUnderAuthority(employer) ? "{\"id\":%d,\"name\":\"%s\"},".formatted(AUTHORITY, AUTHORITY_NAME) : "";
        long bureau = bureauOf(employer);
        String second = "{\"name\":\"%s或%s\",\"places\":[%s{\"id\":%d,\"name\":\"%s\"}]}"
                .formatted(
                        ReviewPlace.AUTHORITY.label(),
                        ReviewPlace.BUREAU.label(),
                        authority,
                        bureau,
                        bureauName(bureau));
        return "[" + first + "," + second + "]";
    }
}
