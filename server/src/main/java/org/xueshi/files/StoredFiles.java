package org.xueshi.files;

import static org.xueshi.files.db.Tables.FILE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.files.db.tables.records.FileRecord;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Sha256;

/**
 * Keeps files. An upload comes first and is swept away after a day unless somebody attaches it; only its uploader can. Bytes are
 * stored before the row that names them, so a row always finds its bytes.
 */
@Service
public class StoredFiles {

    private static final Duration UNATTACHED_KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 120;

    private final DSLContext database;
    private final FileStore store;
    private final Images images;
    private final Clock clock;

    StoredFiles(DSLContext database, FileStore store, Images images, Clock clock) {
        this.database = database;
        this.store = store;
        this.images = images;
        this.clock = clock;
    }

    /**
     * Checks, cleans and stores an image for its uploader to attach.
     *
     * @param uploader a principal, as {@code Caller.principal()} gives it
     */
    public StoredFile uploadImage(byte[] bytes, @Nullable String name, String uploader) {
        Images.Safe image = images.clean(bytes);
        String content = put(image.bytes());
        String thumbnail = put(image.thumbnail());
        FileRecord row = database.newRecord(FILE);
        row.setId(UUID.randomUUID());
        row.setContent(content);
        row.setThumbnail(thumbnail);
        row.setMediaType(image.mediaType());
        row.setSize((long) image.bytes().length);
        row.setSentSize((long) bytes.length);
        row.setWidth(image.width());
        row.setHeight(image.height());
        row.setName(clean(name));
        row.setUploader(uploader);
        row.setKept(false);
        row.setStoredAt(clock.instant());
        row.insert();
        return told(row);
    }

    /** Stores a document the platform itself made. */
    public UUID keepDocument(byte[] bytes, String name) {
        FileRecord row = database.newRecord(FILE);
        row.setId(UUID.randomUUID());
        row.setContent(put(bytes));
        row.setMediaType("application/pdf");
        row.setSize((long) bytes.length);
        row.setSentSize((long) bytes.length);
        row.setName(name);
        row.setUploader("platform");
        row.setKept(true);
        row.setStoredAt(clock.instant());
        row.insert();
        return row.getId();
    }

    /** Keeps uploads for good. @throws Refused when one of them is not the uploader's, or was swept away */
    @Transactional
    public void attach(Collection<UUID> ids, String uploader) {
        List<UUID> distinct = ids.stream().distinct().toList();
        int found = database.update(FILE)
                .set(FILE.KEPT, true)
                .where(FILE.ID.in(distinct), FILE.UPLOADER.eq(uploader))
                .execute();
        if (found != distinct.size()) {
            throw new Refused(FilesProblem.NOT_YOURS);
        }
    }

    /** Gives files back to the sweeper. */
    @Transactional
    public void detach(Collection<UUID> ids) {
        database.update(FILE).set(FILE.KEPT, false).where(FILE.ID.in(ids)).execute();
    }

    public List<StoredFile> describe(Collection<UUID> ids) {
        return database.selectFrom(FILE).where(FILE.ID.in(ids)).fetch(StoredFiles::told);
    }

    /** The bytes; whoever calls has made sure that the reader may have them. */
    public FileContent open(UUID id) {
        FileRecord row = find(id);
        return new FileContent(get(row.getContent()), row.getMediaType());
    }

    /** A small picture of an image. */
    public FileContent thumbnail(UUID id) {
        FileRecord row = find(id);
        return row.getThumbnail() == null ? open(id) : new FileContent(get(row.getThumbnail()), "image/jpeg");
    }

    /** Removes uploads that nobody attached; bytes go when no row names them any more. */
    void sweep() {
        var gone = database.deleteFrom(FILE)
                .where(FILE.KEPT.isFalse(), FILE.STORED_AT.lt(clock.instant().minus(UNATTACHED_KEPT)))
                .returning(FILE.CONTENT, FILE.THUMBNAIL)
                .fetch();
        for (FileRecord row : gone) {
            deleteUnlessNamed(row.getContent());
            if (row.getThumbnail() != null) {
                deleteUnlessNamed(row.getThumbnail());
            }
        }
    }

    private void deleteUnlessNamed(String content) {
        boolean named = database.fetchExists(FILE, FILE.CONTENT.eq(content).or(FILE.THUMBNAIL.eq(content)));
        if (!named) {
            try {
                store.delete(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private FileRecord find(UUID id) {
        FileRecord row = database.fetchOne(FILE, FILE.ID.eq(id));
        if (row == null) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        return row;
    }

    private String put(byte[] bytes) {
        try {
            String hash = Sha256.hex(bytes);
            store.put(hash, bytes);
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] get(String hash) {
        try {
            return store.get(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what shows harmlessly: no folders, no control or direction characters. */
    private static @Nullable String clean(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String shown = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME);
    }

    private static StoredFile told(FileRecord row) {
        return new StoredFile(
                row.getId(),
                row.getName(),
                row.getMediaType(),
                row.getSize(),
                row.getSentSize(),
                row.getWidth(),
                row.getHeight());
    }
}
