package org.xueshi.files;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;

@RestController
class FileController {

    private final StoredFiles files;

    FileController(StoredFiles files) {
        this.files = files;
    }

    /** Uploads an image, to be attached to something within a day. */
    @Access
    @PostMapping(path = "/api/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredFile upload(Caller caller, @RequestPart("file") MultipartFile file) throws IOException {
        return files.uploadImage(file.getBytes(), file.getOriginalFilename(), caller.principal());
    }
}
