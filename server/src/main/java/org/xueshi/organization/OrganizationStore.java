package org.xueshi.organization;

import static org.xueshi.organization.db.Tables.ORGANIZATION;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.xueshi.organization.db.tables.records.OrganizationRecord;
import org.xueshi.reference.Regions;

/** Loads and saves organizations. */
@Repository
class OrganizationStore {

    private final DSLContext database;
    private final Regions regions;

    OrganizationStore(DSLContext database, Regions regions) {
        this.database = database;
        this.regions = regions;
    }

    Optional<Organization> find(long id) {
        return fetch(ORGANIZATION.ID.eq(id));
    }

    Optional<Organization> findByCode(String code) {
        return fetch(ORGANIZATION.CODE.eq(code));
    }

    /** The bureau of exactly this region. */
    Optional<Organization> findBureau(String region) {
        return fetch(ORGANIZATION
                .REGION
                .eq(region)
                .and(ORGANIZATION.KINDS.contains(new String[] {OrganizationKind.BUREAU.name()}))
                .and(ORGANIZATION.STATUS.eq(OrganizationStatus.ACTIVE.name())));
    }

    long insert(NewOrganization entered, @Nullable Long bureauId, Instant now) {
        OrganizationRecord row = database.newRecord(ORGANIZATION);
        row.setName(entered.name());
        row.setCode(entered.code().text());
        row.setKinds(entered.kinds().stream().map(Enum::name).sorted().toArray(String[]::new));
        row.setNature(entered.nature().name());
        row.setRegion(entered.region());
        row.setPrefix(regions.find(entered.region()).orElseThrow().prefix());
        row.setBureauId(bureauId);
        row.setAuthorityId(entered.authorityId());
        row.setAddress(entered.address());
        row.setContact(entered.contact());
        row.setStatus(OrganizationStatus.ACTIVE.name());
        row.setCreatedAt(now);
        row.insert();
        return row.getId();
    }

    private Optional<Organization> fetch(Condition condition) {
        return database.selectFrom(ORGANIZATION).where(condition).fetchOptional(OrganizationStore::toOrganization);
    }

    private static Organization toOrganization(OrganizationRecord row) {
        return new Organization(
                row.getId(),
                row.getName(),
                row.getCode(),
                kinds(row.getKinds()),
                OrganizationNature.valueOf(row.getNature()),
                row.getRegion(),
                row.getPrefix(),
                row.getBureauId(),
                row.getAuthorityId(),
                row.getAddress(),
                row.getContact(),
                row.getVersion());
    }

    static Set<OrganizationKind> kinds(String[] names) {
        return Arrays.stream(names).map(OrganizationKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
