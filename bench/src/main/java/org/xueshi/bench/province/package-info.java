/** Makes up a province of any size, the same one every time, and copies it into a database. */
@NullMarked
package org.xueshi.bench.province;

import org.jspecify.annotations.NullMarked;
