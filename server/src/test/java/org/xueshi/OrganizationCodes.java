package org.xueshi;

import java.util.concurrent.atomic.AtomicInteger;
import org.xueshi.demo.SyntheticNumbers;
import org.xueshi.organization.OrganizationCode;

/** 统一社会信用代码 that belong to nobody: each call another one. */
public final class OrganizationCodes {

    private static final AtomicInteger COUNT = new AtomicInteger(1);

    private OrganizationCodes() {}

    public static OrganizationCode next() {
        return OrganizationCode.parse(SyntheticNumbers.organizationCode("410000", COUNT.getAndIncrement()))
                .orElseThrow();
    }
}
