/**
 * Stored files: images checked by their content, re-encoded and stripped of what they say about their maker; bytes under the hash
 * of their content in a folder or an S3 bucket. Who may read a file is the matter of the module that holds its id.
 */
@ApplicationModule(allowedDependencies = {"platform", "vault"})
@NullMarked
package org.xueshi.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
