package org.xueshi.reference;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Open;
import org.xueshi.platform.Refused;

/** The code tables for forms. They change with a release at most, so anybody may keep an answer for a day. */
@RestController
class ReferenceController {

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Regions regions;
    private final CodeTables tables;
    private final Titles titles;

    ReferenceController(Regions regions, CodeTables tables, Titles titles) {
        this.regions = regions;
        this.tables = tables;
        this.titles = titles;
    }

    /** The current regions right below one; the provinces when none is named. */
    @Open
    @GetMapping("/api/public/regions")
    ResponseEntity<List<Regions.Region>> regions(@RequestParam(required = false) @Nullable String parent) {
        if (parent != null && regions.find(parent).isEmpty()) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        return cached(regions.children(parent));
    }

    @Open
    @GetMapping("/api/public/code-tables/{table}")
    ResponseEntity<List<CodeItem>> codeTable(@PathVariable String table) {
        return cached(tables.items(table));
    }

    @Open
    @GetMapping("/api/public/titles")
    ResponseEntity<List<Title>> titles() {
        return cached(titles.all());
    }

    private static <T> ResponseEntity<List<T>> cached(List<T> rows) {
        return ResponseEntity.ok().cacheControl(A_DAY).body(rows);
    }
}
