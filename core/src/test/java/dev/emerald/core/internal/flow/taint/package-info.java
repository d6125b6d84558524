/** Tests of the flow of data, on small projects of texts. */
@NullMarked
package dev.emerald.core.internal.flow.taint;

import org.jspecify.annotations.NullMarked;
