package org.xueshi.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xueshi.platform.Acting;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesSettings.class)
class FilesConfiguration {

    @Bean
    FileStore fileStore(FilesSettings settings) {
        return settings.s3() == null ? new FolderStore(settings.directory()) : new BucketStore(settings.s3());
    }

    @Bean
    RecurringTask<Void> sweepFiles(StoredFiles files) {
        return Tasks.recurring("sweep-files", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Acting.run("sweep-files", files::sweep));
    }
}
