/** Asks over HTTP, as often and as many at a time as wanted, and takes the times. */
@NullMarked
package org.xueshi.bench.load;

import org.jspecify.annotations.NullMarked;
