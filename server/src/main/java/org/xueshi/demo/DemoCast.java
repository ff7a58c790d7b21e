package org.xueshi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Who lives in the demo province; all made up. */
final class DemoCast {

    private DemoCast() {}

    /** An organization, as a row of the import table; an authority is named by its name. */
    record Place(String name, String kinds, String nature, String region, String authority) {}

    /** An administrator. {@code shown} puts him into the printed table. */
    record Admin(String role, String kind, String name, String place, LocalDate born, boolean shown) {}

    /** A learner. */
    record Learner(String name, String employer, String category, String series, String title, LocalDate born) {}

    static final List<Place> HENAN = List.of(
            new Place("郑州市人力资源和社会保障局", "人社部门", "其他", "410100", ""),
            new Place("洛阳市人力资源和社会保障局", "人社部门", "其他", "410300", ""),
            new Place("郑州市金水区人力资源和社会保障局", "人社部门", "其他", "410105", ""),
            new Place("河南省教育厅", "行业主管部门", "其他", "410000", ""),
            new Place("河南省卫生健康委员会", "行业主管部门", "其他", "410000", ""),
            new Place("郑州市东风渠中学", "用人单位", "事业单位", "410105", "河南省教育厅"),
            new Place("郑州市金水区花园路社区卫生服务中心", "用人单位", "事业单位", "410105", "河南省卫生健康委员会"),
            new Place("中原智造工程有限公司", "用人单位", "企业", "410100", ""),
            new Place("洛阳市伊水医院", "用人单位", "事业单位", "410300", "河南省卫生健康委员会"),
            new Place("河南省继续教育基地（中原大学）", "用人单位、施教机构", "事业单位", "410100", "河南省教育厅"));

    static final List<Place> HUNAN = List.of(
            new Place("长沙市人力资源和社会保障局", "人社部门", "其他", "430100", ""),
            new Place("长沙市岳麓区人力资源和社会保障局", "人社部门", "其他", "430104", ""),
            new Place("湖南省教育厅", "行业主管部门", "其他", "430000", ""),
            new Place("湘江职业技术学院", "用人单位", "事业单位", "430104", "湖南省教育厅"),
            new Place("长沙麓谷软件有限公司", "用人单位", "企业", "430104", ""));

    static final List<Admin> HENAN_ADMINS = List.of(
            new Admin("EMPLOYER_ADMIN", "用人单位", "刘海燕", "郑州市东风渠中学", LocalDate.of(1979, 3, 8), true),
            new Admin("EMPLOYER_ADMIN", "用人单位", "马骏", "郑州市东风渠中学", LocalDate.of(1985, 6, 21), false),
            new Admin("EMPLOYER_ADMIN", "用人单位", "何雨晴", "郑州市金水区花园路社区卫生服务中心", LocalDate.of(1988, 1, 15), false),
            new Admin("INSTITUTION_ADMIN", "继续教育基地", "宋文博", "河南省继续教育基地（中原大学）", LocalDate.of(1976, 9, 2), true),
            new Admin("AUTHORITY_ADMIN", "主管部门", "郭志强", "河南省教育厅", LocalDate.of(1974, 12, 19), true),
            new Admin("BUREAU_ADMIN", "人社部门（区）", "董丽娜", "郑州市金水区人力资源和社会保障局", LocalDate.of(1983, 5, 30), true),
            new Admin("BUREAU_ADMIN", "人社部门（市）", "冯建平", "郑州市人力资源和社会保障局", LocalDate.of(1972, 8, 11), true));

    static final List<Admin> HUNAN_ADMINS = List.of(
            new Admin("EMPLOYER_ADMIN", "用人单位", "彭湘云", "湘江职业技术学院", LocalDate.of(1981, 10, 5), true),
            new Admin("BUREAU_ADMIN", "人社部门（区）", "谭建军", "长沙市岳麓区人力资源和社会保障局", LocalDate.of(1978, 4, 17), false));

    /** The first one is the learner the table shows; the second has passed his year. */
    static final List<Learner> TEACHERS = List.of(
            teacher("王秀英", "一级教师", 1982),
            teacher("李建国", "高级教师", 1975),
            teacher("陈晓东", "二级教师", 1993),
            teacher("杨柳", "一级教师", 1987),
            teacher("黄志远", "高级教师", 1971),
            teacher("吴倩", "二级教师", 1995),
            teacher("周文静", "一级教师", 1984),
            teacher("徐海涛", "一级教师", 1980),
            teacher("朱玉兰", "正高级教师", 1969),
            teacher("高翔", "二级教师", 1996),
            teacher("林思雨", "三级教师", 1999),
            teacher("梁国栋", "一级教师", 1986),
            teacher("阿卜杜热合曼·买买提", "一级教师", 1985));

    /** They have registered and wait for their employer. */
    static final List<Learner> NEWCOMERS =
            List.of(teacher("张晓雯", "二级教师", 1997), teacher("赵一鸣", "三级教师", 2000), teacher("欧阳静怡", "一级教师", 1983));

    /** His registration is sent back. */
    static final Learner SENT_BACK = teacher("孙立", "二级教师", 1994);

    static final List<Learner> NURSES = List.of(
            new Learner("许慧敏", "郑州市金水区花园路社区卫生服务中心", "PROFESSIONAL", "04", "主管护师", LocalDate.of(1986, 2, 3)),
            new Learner("谢宇航", "郑州市金水区花园路社区卫生服务中心", "PROFESSIONAL", "04", "医师", LocalDate.of(1992, 11, 24)));

    static final Learner HUNAN_LECTURER =
            new Learner("陈思远", "湘江职业技术学院", "PROFESSIONAL", "01", "讲师", LocalDate.of(1988, 7, 7));

    /** Whose ID numbers are a woman's. */
    static final Set<String> WOMEN =
            Set.of("王秀英", "杨柳", "吴倩", "周文静", "朱玉兰", "林思雨", "张晓雯", "欧阳静怡", "许慧敏", "刘海燕", "何雨晴", "董丽娜", "曹雅芳", "彭湘云");

    private static Learner teacher(String name, String title, int born) {
        return new Learner(
                name, "郑州市东风渠中学", "PROFESSIONAL", "22", title, LocalDate.of(born, 1 + born % 12, 1 + born % 27));
    }
}
