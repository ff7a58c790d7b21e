package org.xueshi.review;

import java.util.List;

/**
 * One level of review.
 *
 * @param name what it is called: 用人单位
 * @param places who holds it; where there are several, the level before chooses one
 */
public record Level(String name, List<Place> places) {

    public Level {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("A level needs somebody who holds it");
        }
    }
}
