/**
 * What is known of libraries, for following data: start with {@link
 * dev.emerald.core.internal.flow.models.FlowModels}, which is what others ask; {@link
 * dev.emerald.core.internal.flow.models.ModelTable} makes it of the lines that {@link
 * dev.emerald.spi.rule.ApiModel} describes. {@code Labels} numbers origins and kinds, {@code
 * FactReader} reads lines with the help of {@code Slots} and {@code Words}.
 *
 * <p>What the language and the modules of Node.js do with data is built in, as the resources {@code
 * language.model} and {@code node-values.model}; rule packs bring sources, sinks, and what makes
 * data harmless.
 */
@NullMarked
package dev.emerald.core.internal.flow.models;

import org.jspecify.annotations.NullMarked;
