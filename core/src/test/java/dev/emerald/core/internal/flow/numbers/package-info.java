@NullMarked
package dev.emerald.core.internal.flow.numbers;

import org.jspecify.annotations.NullMarked;
