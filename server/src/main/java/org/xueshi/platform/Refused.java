package org.xueshi.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The caller's request is refused for a reason that has a name. */
public class Refused extends RuntimeException {

    private final Problem problem;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();
    private final transient List<FieldError> errors;

    public Refused(Problem problem) {
        this(problem, List.of());
    }

    /** Refused because of single fields of a form. */
    public Refused(Problem problem, List<FieldError> errors) {
        super(errors.isEmpty() ? problem.key() : problem.key() + " " + errors, null, false, false);
        this.problem = problem;
        this.errors = List.copyOf(errors);
    }

    /** Adds a fact: it appears in the sentence where that names it, and as a member of the answer. */
    public Refused with(String name, @Nullable Object fact) {
        if (fact != null) {
            facts.put(name, fact);
        }
        return this;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /**
     * What is wrong with one field.
     *
     * @param field its path in the form, {@code fields.rank}
     * @param message one Chinese sentence that says what to do
     */
    public record FieldError(String field, String message) {}
}
