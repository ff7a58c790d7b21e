/** 学时申报: hours that a person, or an employer for its people, declares; valued by policy, reviewed in levels, credited once. */
@ApplicationModule(
        allowedDependencies = {
            "policy",
            "organization",
            "organization::view",
            "person",
            "person::view",
            "ledger",
            "review",
            "review::view",
            "message"
        })
@NullMarked
package org.xueshi.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
