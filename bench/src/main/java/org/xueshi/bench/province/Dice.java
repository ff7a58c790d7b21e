package org.xueshi.bench.province;

/** Chance that falls the same way every time: what is made up of a person follows from his number alone. */
final class Dice {

    private long state;

    Dice(long person, int purpose) {
        this.state = person * 0x9e3779b97f4a7c15L + purpose * 0xd1b54a32d192ed03L;
    }

    /** SplitMix64. */
    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** From 0 to 1. */
    double part() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    String one(String... of) {
        return of[below(of.length)];
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) next();
        }
        return bytes;
    }
}
