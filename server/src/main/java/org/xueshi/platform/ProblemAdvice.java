package org.xueshi.platform;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns everything that goes wrong into a problem with a real status; what nobody foresaw is logged and told without internals. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** lock_not_available, serialization_failure, deadlock_detected: somebody else was in the way, and stayed there. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40001", "40P01");

    /** character_not_in_repertoire and untranslatable_character: U+0000, which no text in PostgreSQL can hold. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> refused(Refused refused) {
        return writer.answer(refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(MethodArgumentNotValidException invalid) {
        if (invalid.getFieldErrors().stream().anyMatch(FieldError::isBindingFailure)) {
            // A word where a number belongs: no sentence of ours, and the framework's own names our types.
            return malformed(invalid);
        }
        List<Refused.FieldError> errors = invalid.getFieldErrors().stream()
                .map(error -> new Refused.FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return writer.answer(new Refused(CommonProblem.INVALID, errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(ConstraintViolationException invalid) {
        List<Refused.FieldError> errors = invalid.getConstraintViolations().stream()
                .map(violation -> new Refused.FieldError(lastNode(violation), violation.getMessage()))
                .toList();
        return writer.answer(new Refused(CommonProblem.INVALID, errors));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemBody> malformed(Exception malformed) {
        if (NestedExceptionUtils.getMostSpecificCause(malformed) instanceof Refused refused) {
            return refused(refused);
        }
        log.debug("Malformed request", malformed);
        return writer.answer(new Refused(CommonProblem.MALFORMED));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> tooLarge(MaxUploadSizeExceededException tooLarge) {
        log.debug("Upload refused", tooLarge);
        return writer.answer(new Refused(CommonProblem.TOO_LARGE));
    }

    @ExceptionHandler(PessimisticLockingFailureException.class)
    ResponseEntity<ProblemBody> busy() {
        return writer.answer(new Refused(CommonProblem.BUSY).with("seconds", 2));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> database(DataAccessException failed) {
        if (IN_THE_WAY.contains(failed.sqlState())) {
            return busy();
        }
        return NO_TEXT.contains(failed.sqlState()) ? malformed(failed) : unexpected(failed);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unexpected(Exception unexpected) {
        // What a record of query parameters refuses arrives wrapped by the binder that made it.
        if (NestedExceptionUtils.getMostSpecificCause(unexpected) instanceof Refused refused) {
            return refused(refused);
        }
        if (unexpected instanceof ErrorResponse standard
                && standard.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(standard.getStatusCode().value());
            return writer.answer(
                    new Refused(status == HttpStatus.NOT_FOUND ? CommonProblem.NOT_FOUND : new Standard(status)));
        }
        log.error("Unexpected: {}", String.valueOf(NestedExceptionUtils.getMostSpecificCause(unexpected)), unexpected);
        return writer.answer(new Refused(CommonProblem.UNEXPECTED));
    }

    private static String lastNode(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What the framework itself refuses (wrong method, wrong media type): told as malformed, with the framework's status. */
    private record Standard(HttpStatus status) implements Problem {

        @Override
        public String name() {
            return CommonProblem.MALFORMED.name();
        }
    }
}
