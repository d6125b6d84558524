/** Tests of what is found about writes that change what all objects inherit. */
@NullMarked
package dev.emerald.core.internal.flow.prototypes;

import org.jspecify.annotations.NullMarked;
