package org.xueshi.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files lie.
 *
 * @param directory the folder; unused when {@code s3} is set
 * @param s3 the bucket, when files lie in one
 */
@ConfigurationProperties("xueshi.files")
record FilesSettings(
        @DefaultValue("data/files") Path directory,
        @Nullable S3 s3) {

    record S3(
            String endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            String accessKey,
            String secretKey) {

        @Override
        public String toString() {
            return "S3[" + endpoint + "/" + bucket + "]";
        }
    }
}
