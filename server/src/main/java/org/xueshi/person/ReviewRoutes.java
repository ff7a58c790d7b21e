package org.xueshi.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.organization.Organization;
import org.xueshi.organization.Organizations;
import org.xueshi.policy.ReviewPlace;
import org.xueshi.review.Level;
import org.xueshi.review.Place;

/** Turns a pack's levels of review into the organizations that hold them for people of an employer. */
@Component
public class ReviewRoutes {

    private final Organizations organizations;

    ReviewRoutes(Organizations organizations) {
        this.organizations = organizations;
    }

    /** A level's choice that does not exist for this employer (no industry authority) is left out; a level never is. */
    public List<Level> levels(List<Set<ReviewPlace>> rule, Organization employer) {
        return rule.stream().map(choices -> level(choices, employer)).toList();
    }

    private Level level(Set<ReviewPlace> choices, Organization employer) {
        List<Place> places = choices.stream()
                .sorted()
                .map(choice -> place(choice, employer).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        String name = String.join(
                "或", choices.stream().sorted().map(ReviewPlace::label).toList());
        // Where an employer has no industry authority, its bureau stands in.
        return new Level(
                name,
                places.isEmpty() ? List.of(place(ReviewPlace.BUREAU, employer).orElseThrow()) : places);
    }

    private Optional<Place> place(ReviewPlace place, Organization employer) {
        return switch (place) {
            case EMPLOYER -> Optional.of(new Place(employer.id(), employer.name()));
            case AUTHORITY -> organization(employer.authorityId());
            case BUREAU -> organization(employer.bureauId());
        };
    }

    private Optional<Place> organization(@Nullable Long id) {
        return Optional.ofNullable(id).flatMap(organizations::find).map(found -> new Place(found.id(), found.name()));
    }
}
