/** Xueshi (学时): hours of continuing education, from what a person did to a certificate that anybody can verify. */
@NullMarked
package org.xueshi;

import org.jspecify.annotations.NullMarked;
