package org.xueshi.bench;

import java.util.List;

/** Something that is measured in a province. */
interface Figure {

    List<Line> measure(World world);
}
