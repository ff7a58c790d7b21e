package org.xueshi.policy;

import org.jspecify.annotations.Nullable;

/**
 * The words of the rule that stand beside a form's hours (S3: 根据《河南省专业技术人员继续教育证书管理办法》第七条…).
 *
 * @param link where the whole document is; null when it is not published
 */
public record Clause(String text, @Nullable String link) {}
