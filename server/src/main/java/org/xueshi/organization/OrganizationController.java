package org.xueshi.organization;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xueshi.organization.view.Tables;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Open;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;

@RestController
class OrganizationController {

    private final Organizations organizations;
    private final OrganizationSearch search;
    private final OrganizationImport imports;

    OrganizationController(Organizations organizations, OrganizationSearch search, OrganizationImport imports) {
        this.organizations = organizations;
        this.search = search;
        this.imports = imports;
    }

    /** 所在单位: employers to pick from, by region and name; for everybody, since one registers before one has an account. */
    @Open
    @GetMapping("/api/public/employers")
    Page<OrganizationRow> employers(OrganizationFilter filter, PageQuery page) {
        OrganizationFilter employers =
                new OrganizationFilter(filter.region(), filter.name(), filter.exact(), OrganizationKind.EMPLOYER);
        return search.page(DSL.noCondition(), employers, page);
    }

    /** The organizations a bureau oversees. */
    @Access({Role.BUREAU_ADMIN, Role.AUTHORITY_ADMIN, Role.SYSTEM_ADMIN})
    @GetMapping("/api/organizations")
    Page<OrganizationRow> organizations(Caller caller, OrganizationFilter filter, PageQuery page) {
        // Who keeps administrators sees every organization's name, and nothing else of it.
        return search.page(
                caller.is(Role.SYSTEM_ADMIN)
                        ? DSL.noCondition()
                        : OrganizationScope.of(caller, Tables.ORGANIZATION_VIEW),
                filter,
                page);
    }

    @Access({Role.EMPLOYER_ADMIN, Role.INSTITUTION_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN})
    @GetMapping("/api/organizations/{id}")
    OrganizationDetail organization(Caller caller, @PathVariable long id) {
        return organizations.detail(caller, id);
    }

    /** Enters a bureau; everything else comes by its own imports. */
    @Access(Role.SYSTEM_ADMIN)
    @PostMapping("/api/organizations/bureaus")
    @ResponseStatus(HttpStatus.CREATED)
    EnteredOrganization enterBureau(@Valid @RequestBody NewBureauForm form) {
        return new EnteredOrganization(organizations.enterBureau(form));
    }

    record EnteredOrganization(long id) {}

    /** Imports organizations from a CSV or XLSX table; answers what became of each row. */
    @Access(Role.BUREAU_ADMIN)
    @PostMapping(path = "/api/organizations/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<OrganizationImport.ImportedRow> importTable(Caller caller, @RequestPart("file") MultipartFile file)
            throws IOException {
        return imports.run(caller, file.getBytes());
    }
}
