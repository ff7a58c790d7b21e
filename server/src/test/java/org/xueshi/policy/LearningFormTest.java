package org.xueshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xueshi.platform.Refused.FieldError;

class LearningFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LearningForm FORM =
            SamplePack.worth("{fixed: {hours: 10}}").form("PAPER").orElseThrow();
    private static final Map<String, String> RIGHT =
            Map.of("title", "论教学", "level", "B", "rank", "1", "on", "2026-05-01");

    private static Map<String, String> with(String code, String value) {
        Map<String, String> changed = new TreeMap<>(RIGHT);
        changed.put(code, value);
        return changed;
    }

    @Test
    void whatIsFilledInRightlyHasNoErrors() {
        assertThat(FORM.check(new FormValues(RIGHT), TODAY, true)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "title, 一二三四五六七八九十十一, 题目不得超过10字",
        "level, Z, 请选择级别",
        "rank, 0, 排名不能小于1",
        "rank, 10, 排名不能大于9",
        "rank, 二, 排名请填写数字",
        "rank, 1e3, 排名请填写数字",
        "on, 2026-13-01, 发表日期的日期不正确，请重新选择",
        "on, 2026-11-23, 发表日期不能晚于今天",
        "on, 1899-01-01, 发表日期的日期不正确，请重新选择",
        "color, red, 本学习形式没有此项"
    })
    void everyWrongValueIsNamed(String code, String value, String message) {
        assertThat(FORM.check(new FormValues(with(code, value)), TODAY, true))
                .containsExactly(new FieldError("fields." + code, message));
    }

    @Test
    void aDraftMayMissWhatASubmissionMayNot() {
        assertThat(FORM.check(new FormValues(Map.of()), TODAY, false)).isEmpty();
        assertThat(FORM.check(new FormValues(Map.of()), TODAY, true))
                .extracting(FieldError::message)
                .containsExactly("请填写题目", "请填写级别", "请填写排名", "请填写发表日期");
    }

    @Test
    void lengthsAreCountedInCharactersNotInCodeUnits() {
        assertThat(FORM.check(new FormValues(with("title", "𠮷".repeat(10))), TODAY, true))
                .isEmpty();
    }

    @Test
    void conditionsDecideWhichFieldsAndProofsAreAsked() {
        assertThat(FORM.asked(new FormValues(RIGHT)))
                .extracting(FormField::code)
                .doesNotContain("note");
        assertThat(FORM.slots(new FormValues(with("level", "A"))))
                .extracting(EvidenceSlot::code)
                .containsExactly("cover", "proof");
    }

    @Test
    void spacesWidthCaseAndPunctuationDoNotMakeAnItemNew() {
        String one = FORM.itemKey(new FormValues(with("title", "AI 与教学")), 2026).orElseThrow();
        String other =
                FORM.itemKey(new FormValues(with("title", "ａｉ与“教学”")), 2025).orElseThrow();
        assertThat(one).isEqualTo(other);
        assertThat(FORM.itemKey(new FormValues(Map.of("title", "无日期")), 2026)).isEmpty();
    }

    @Test
    void whatIsOlderThanTheRuleAllowsIsNotEligible() {
        LearningForm form = PackReader.read(
                        "sample/pack-1.yaml",
                        SamplePack.yaml(SamplePack.REQUIREMENTS, "{fixed: {hours: 10}}")
                                .replace(
                                        "    same: {fields: [title, on]",
                                        "    eligible: [{must: {field: on, within_years: 2}, refusal: 限两年内,"
                                                + " source: S, status: verbatim}]\n    same: {fields: [title, on]"))
                .form("PAPER")
                .orElseThrow();
        assertThat(form.check(new FormValues(with("on", "2024-11-22")), TODAY, true))
                .isEmpty();
        assertThat(form.check(new FormValues(with("on", "2024-11-21")), TODAY, true))
                .extracting(FieldError::message)
                .containsExactly("限两年内");
        assertThat(form.check(new FormValues(with("on", "2024-11-22")), TODAY.plusDays(1), true))
                .as("the same on the day after")
                .hasSize(1);
    }
}
