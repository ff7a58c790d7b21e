/** 年度认定: the verdict of every person's year, the policy applied to the ledger; and the certificates that follow from it. */
@ApplicationModule(
        allowedDependencies = {
            "policy",
            "organization",
            "organization::view",
            "person",
            "person::view",
            "ledger",
            "ledger::view",
            "message",
            "certificate",
            "certificate::view"
        })
@NullMarked
package org.xueshi.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
