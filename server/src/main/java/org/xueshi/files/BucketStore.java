package org.xueshi.files;

import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Files in a bucket of anything that speaks S3. */
class BucketStore implements FileStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    BucketStore(FilesSettings.S3 settings) {
        this.bucket = settings.bucket();
        this.client = S3Client.builder()
                .endpointOverride(URI.create(settings.endpoint()))
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .build();
    }

    @Override
    public void put(String hash, byte[] bytes) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(hash), RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw new IOException("The bucket did not take the file", e);
        }
    }

    @Override
    public byte[] get(String hash) throws IOException {
        try {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(hash))
                    .asByteArray();
        } catch (SdkException e) {
            throw new IOException("The bucket did not give the file", e);
        }
    }

    @Override
    public void delete(String hash) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(hash));
        } catch (SdkException e) {
            throw new IOException("The bucket did not delete the file", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
