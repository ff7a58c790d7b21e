package org.xueshi.organization;

enum OrganizationStatus {
    ACTIVE,
    CLOSED
}
