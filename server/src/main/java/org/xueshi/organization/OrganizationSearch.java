package org.xueshi.organization;

import static org.jooq.impl.DSL.selectOne;
import static org.xueshi.organization.view.Tables.ORGANIZATION_VIEW;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.xueshi.organization.view.tables.records.OrganizationViewRecord;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.reference.Regions;

/** Lists of organizations. */
@Repository
class OrganizationSearch {

    private final DSLContext database;
    private final Regions regions;

    OrganizationSearch(DSLContext database, Regions regions) {
        this.database = database;
        this.regions = regions;
    }

    Page<OrganizationRow> page(Condition scope, OrganizationFilter filter, PageQuery page) {
        Condition condition = scope.and(ORGANIZATION_VIEW.STATUS.eq("ACTIVE")).and(condition(filter));
        List<OrganizationRow> items = database.selectFrom(ORGANIZATION_VIEW)
                .where(condition)
                .orderBy(ORGANIZATION_VIEW.PREFIX, ORGANIZATION_VIEW.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch(this::toRow);
        int counted = database.fetchCount(
                selectOne().from(ORGANIZATION_VIEW).where(condition).limit(page.counted() + 1));
        return Page.of(items, counted, page);
    }

    private Condition condition(OrganizationFilter filter) {
        Condition condition = DSL.noCondition();
        if (filter.kind() != null) {
            condition = condition.and(
                    ORGANIZATION_VIEW.KINDS.contains(new String[] {filter.kind().name()}));
        }
        if (filter.region() != null) {
            String prefix =
                    regions.find(filter.region()).map(Regions.Region::prefix).orElse("none");
            condition = condition.and(OrganizationScope.within(prefix, ORGANIZATION_VIEW));
        }
        if (filter.name() != null && !filter.name().isBlank()) {
            String name = filter.name().strip();
            Condition named = Boolean.TRUE.equals(filter.exact())
                    ? ORGANIZATION_VIEW.NAME.eq(name)
                    : ORGANIZATION_VIEW.NAME.containsIgnoreCase(name);
            condition = condition.and(OrganizationCode.parse(name)
                    .map(code -> named.or(ORGANIZATION_VIEW.CODE.eq(code.text())))
                    .orElse(named));
        }
        return condition;
    }

    private OrganizationRow toRow(OrganizationViewRecord row) {
        return new OrganizationRow(
                row.getId(),
                row.getName(),
                row.getCode(),
                OrganizationStore.kinds(row.getKinds()).stream().sorted().toList(),
                OrganizationNature.valueOf(row.getNature()),
                row.getRegion(),
                regions.fullName(row.getRegion()));
    }
}
