/**
 * The outside world in a box, for development and tests, never shipped: it speaks the real protocols on loopback. So far a
 * mailbox that takes every mail and shows it on a page.
 */
@NullMarked
package org.xueshi.sandbox;

import org.jspecify.annotations.NullMarked;
