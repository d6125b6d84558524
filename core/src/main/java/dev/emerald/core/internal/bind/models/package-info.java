/**
 * Knowledge about libraries as data: other names of a value, what parameters a handler gets.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.models.ApiModels} first; {@link
 * dev.emerald.core.internal.bind.models.ModelReader} reads the lines that {@link
 * dev.emerald.spi.rule.ApiModel} describes. What Node.js itself needs is built in, as the resource
 * {@code node.model}; rule packs bring the rest.
 */
@NullMarked
package dev.emerald.core.internal.bind.models;

import org.jspecify.annotations.NullMarked;
