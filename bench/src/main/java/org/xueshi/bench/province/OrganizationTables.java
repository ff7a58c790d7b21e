package org.xueshi.bench.province;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xueshi.vault.Vault;

/** Organizations, and an administrator with an account for each. */
final class OrganizationTables {

    private static final Instant CREATED = Instant.parse("2020-01-01T00:00:00Z");

    private final Places places;
    private final Vault vault;
    private final String passwordHash;

    OrganizationTables(Places places, Vault vault, String passwordHash) {
        this.places = places;
        this.vault = vault;
        this.passwordHash = passwordHash;
    }

    List<MadeTable> tables() {
        return List.of(
                new MadeTable(
                        "organization.organization",
                        "id, name, code, kinds, nature, region, prefix, bureau_id, authority_id, status, created_at",
                        this::organizations),
                new MadeTable(
                        "account.account",
                        "id, name, login_index, login, phone, email, password_hash, status, created_at, changed_at",
                        this::administrators),
                new MadeTable(
                        "account.role_grant",
                        "id, account_id, role, organization_id, status, granted_at",
                        this::grants));
    }

    private void organizations(CopyText rows) {
        List<Places.Region> regions = places.allRegions();
        for (int i = 0; i < regions.size(); i++) {
            long id = Places.PROVINCE_BUREAU + i;
            organization(rows, id, places.bureauName(id), "{BUREAU}", "OTHER", regions.get(i), null, null);
        }
        organization(
                rows, Places.AUTHORITY, Places.AUTHORITY_NAME, "{AUTHORITY}", "OTHER", regions.getFirst(), null, null);
        for (long id = places.firstEmployer(); id < places.firstEmployer() + places.employers(); id++) {
            organization(
                    rows,
                    id,
                    places.employerName(id),
                    "{EMPLOYER}",
                    "PUBLIC_INSTITUTION",
                    places.regionOf(id),
                    places.bureauOf(id),
                    Places.isUnderAuthority(id) ? Places.AUTHORITY : null);
        }
    }

    private static void organization(
            CopyText rows,
            long id,
            String name,
            String kinds,
            String nature,
            Places.Region region,
            @Nullable Long bureau,
            @Nullable Long authority) {
        rows.row(
                id,
                name,
                Places.code(region.code(), id),
                kinds,
                nature,
                region.code(),
                region.prefix(),
                bureau,
                authority,
                "ACTIVE",
                CREATED);
    }

    private interface Each {
        void row(long organization, String role);
    }

    private void each(Each each) {
        for (int i = 0; i < places.allRegions().size(); i++) {
            each.row(Places.PROVINCE_BUREAU + i, "BUREAU_ADMIN");
        }
        each.row(Places.AUTHORITY, "AUTHORITY_ADMIN");
        for (long id = places.firstEmployer(); id < places.firstEmployer() + places.employers(); id++) {
            each.row(id, "EMPLOYER_ADMIN");
        }
    }

    private void administrators(CopyText rows) {
        each((organization, role) -> {
            long id = Places.administrator(organization);
            String login = "A" + id;
            rows.row(
                    id,
                    "管理员" + organization,
                    vault.index(SealedColumns.LOGIN, login),
                    vault.seal(SealedColumns.LOGIN, id, login),
                    vault.seal(SealedColumns.ACCOUNT_PHONE, id, "13800000000"),
                    vault.seal(SealedColumns.ACCOUNT_EMAIL, id, "a%d@bench.example".formatted(id)),
                    passwordHash,
                    "ACTIVE",
                    CREATED,
                    CREATED);
        });
    }

    private void grants(CopyText rows) {
        each((organization, role) -> {
            long id = Places.administrator(organization);
            rows.row(id, id, role, organization, "ACTIVE", CREATED);
        });
    }
}
