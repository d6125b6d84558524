/**
 * What is known of libraries, for following data: start with {@link
 * dev.emerald.core.internal.flow.models.FlowModels}.
 */
@NullMarked
package dev.emerald.core.internal.flow.models;

import org.jspecify.annotations.NullMarked;
