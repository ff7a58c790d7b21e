package org.xueshi.policy;

import java.util.List;

/**
 * What makes two claims the same (S4: 每条其它继续教育形式信息仅允许上报一次).
 *
 * @param fields the fields that are compared
 * @param perYear whether the same item may come again in another year
 */
public record SameItem(List<String> fields, boolean perYear, Legal legal) {

    public SameItem {
        fields = List.copyOf(fields);
    }
}
