package org.xueshi.bench.province;

import java.util.function.Consumer;

/**
 * A table and the rows made up for it. Rows of one person lie as far apart as they would have come in over the years: what is read
 * of him is not by luck on one page.
 *
 * @param name with its schema
 * @param columns in the order of the rows' values
 */
record MadeTable(String name, String columns, Consumer<CopyText> rows) {}
