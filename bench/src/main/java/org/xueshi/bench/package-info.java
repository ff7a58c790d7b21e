/** Measures the platform: each figure beside its yardstick, in one run. */
@NullMarked
package org.xueshi.bench;

import org.jspecify.annotations.NullMarked;
