package org.xueshi.bench.province;

import java.time.LocalDate;
import org.xueshi.demo.SyntheticNumbers;

/** A person who does not exist. His account has his own number. */
record MadePerson(long id, String name, String idNumber, String phone, String email, LocalDate titleSince) {

    private static final String[] FAMILY = {
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "欧阳"
    };
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红建华国梅志燕海波雪倩晨宇欣怡子轩浩然";
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1967, 1, 1);
    private static final int BORN_A_DAY = 80;

    static MadePerson of(long id) {
        Dice dice = new Dice(id, 2);
        LocalDate birth = FIRST_BIRTH.plusDays(id / BORN_A_DAY);
        String given = letter(dice) + (dice.below(4) == 0 ? "" : letter(dice));
        return new MadePerson(
                id,
                dice.one(FAMILY) + given,
                SyntheticNumbers.idNumber("410105", birth, 100 + (int) (id % BORN_A_DAY)),
                "13" + (100_000_000 + id * 7 % 800_000_000),
                "p%d@bench.example".formatted(id),
                birth.plusYears(26));
    }

    private static String letter(Dice dice) {
        return String.valueOf(GIVEN.charAt(dice.below(GIVEN.length())));
    }
}
