/** Tests of the test kit: that it fails where it has to. */
@NullMarked
package dev.emerald.core.testkit;

import org.jspecify.annotations.NullMarked;
