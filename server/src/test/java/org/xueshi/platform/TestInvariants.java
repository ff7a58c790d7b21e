package org.xueshi.platform;

import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Checks the invariants of a database from outside of the platform. */
public final class TestInvariants {

    private TestInvariants() {}

    public static List<String> broken(DataSource database) {
        return new Invariants(DSL.using(database, SQLDialect.POSTGRES)).broken();
    }
}
