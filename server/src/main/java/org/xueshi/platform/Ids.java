package org.xueshi.platform;

import static java.util.Objects.requireNonNull;

import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Row ids that must be known before the row is written, because its sealed values are bound to them. */
public final class Ids {

    private Ids() {}

    /** The next value of the identity column {@code id} of a table. */
    public static long next(DSLContext database, Table<?> table) {
        var next = DSL.field(
                "nextval(pg_get_serial_sequence({0}, 'id'))",
                SQLDataType.BIGINT, DSL.inline(requireNonNull(table.getSchema()).getName() + "." + table.getName()));
        return requireNonNull(database.fetchValue(DSL.select(next)));
    }
}
