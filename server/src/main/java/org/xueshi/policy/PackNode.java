package org.xueshi.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a pack's YAML that knows its line. Every value is asked for by its kind; what is missing, of another kind, given twice
 * or never asked for is refused with file, line and reason.
 */
final class PackNode {

    private final String file;
    private final Node node;
    private final Map<String, PackNode> children = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private PackNode(String file, Node node) {
        this.file = file;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (children.put(key, new PackNode(file, tuple.getValueNode())) != null) {
                    throw new MalformedPack(file, line(tuple.getKeyNode()), "'" + key + "' stands here twice");
                }
            }
        }
    }

    static PackNode parse(String file, String yaml) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Node root = new Compose(settings)
                    .composeString(yaml)
                    .orElseThrow(() -> new MalformedPack(file, 1, "the file is empty"));
            return new PackNode(file, root);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new MalformedPack(file, line, "not YAML: " + e.getProblem());
        }
    }

    MalformedPack refuse(String reason) {
        return new MalformedPack(file, line(node), reason);
    }

    PackNode at(String key) {
        return maybe(key).orElseThrow(() -> refuse("'" + key + "' is missing"));
    }

    Optional<PackNode> maybe(String key) {
        demand(node instanceof MappingNode, "a mapping with '" + key + "' is expected here");
        asked.add(key);
        return Optional.ofNullable(children.get(key));
    }

    boolean has(String key) {
        return children.containsKey(key);
    }

    /** Refuses keys that nobody asked for: a misspelt rule must not silently be no rule. */
    void nothingElse() {
        children.forEach((key, child) -> {
            if (!asked.contains(key)) {
                throw child.refuse("'%s' is not known here; known are %s".formatted(key, new TreeSet<>(asked)));
            }
        });
    }

    /** Reads the whole of a mapping: what the reader does not ask for is refused. */
    <T> T whole(Function<PackNode, T> reader) {
        T read = reader.apply(this);
        nothingElse();
        return read;
    }

    void eachEntry(BiConsumer<String, PackNode> action) {
        demand(node instanceof MappingNode, "a mapping is expected here");
        asked.addAll(children.keySet());
        children.forEach(action);
    }

    <T> List<T> list(Function<PackNode, T> reader) {
        demand(node instanceof SequenceNode, "a list is expected here");
        return ((SequenceNode) node)
                .getValue().stream()
                        .map(item -> reader.apply(new PackNode(file, item)))
                        .toList();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        demand(node instanceof ScalarNode scalar && !scalar.getValue().isBlank(), "a text is expected here");
        return ((ScalarNode) node).getValue().strip();
    }

    /** A text that may be empty: a table's cell. */
    String cell() {
        demand(node instanceof ScalarNode, "a table's cell is expected here");
        String value = ((ScalarNode) node).getValue().strip();
        return "null".equals(value) || "~".equals(value) ? "" : value;
    }

    int integer() {
        return convert("a whole number", Integer::valueOf);
    }

    BigDecimal decimal() {
        return convert("a number", BigDecimal::new);
    }

    Hours hours() {
        return convert("an amount with at most one decimal", Hours::of);
    }

    boolean flag() {
        String text = text();
        demand("true".equals(text) || "false".equals(text), "true or false is expected here, not '" + text + "'");
        return "true".equals(text);
    }

    LocalDate day() {
        return convert("a day such as 2026-12-31", LocalDate::parse);
    }

    MonthDay monthDay() {
        return convert("a day of the year such as 12-31", text -> MonthDay.parse("--" + text));
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> refuse("'%s' is none of %s".formatted(text, Arrays.toString(type.getEnumConstants()))));
    }

    Set<String> texts() {
        return new LinkedHashSet<>(list(PackNode::text));
    }

    /** Texts, each of which is one of those that are known. */
    Set<String> textsOf(Collection<String> known) {
        return list(item -> item.textOf(known)).stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String textOf(Collection<String> known) {
        String text = text();
        demand(known.contains(text), "'%s' is none of %s".formatted(text, known));
        return text;
    }

    <E extends Enum<E>> Set<E> anyOf(Class<E> type) {
        return list(item -> item.oneOf(type)).stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void forEach(String key, Consumer<PackNode> action) {
        maybe(key)
                .ifPresent(child -> child.list(item -> {
                    action.accept(item);
                    return item;
                }));
    }

    void demand(boolean condition, String reason) {
        if (!condition) {
            throw refuse(reason);
        }
    }

    private <T> T convert(String kind, Function<String, T> converter) {
        String text = text();
        try {
            return converter.apply(text);
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            throw refuse(kind + " is expected here, not '" + text + "'");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
