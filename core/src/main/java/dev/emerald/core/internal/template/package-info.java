/**
 * Reads templates of pages: what a template puts out, as it is or escaped, becomes a script whose
 * calls are the outputs, so that the data is followed into templates as into any function. Start
 * with {@link dev.emerald.core.internal.template.Templates}.
 */
@NullMarked
package dev.emerald.core.internal.template;

import org.jspecify.annotations.NullMarked;
